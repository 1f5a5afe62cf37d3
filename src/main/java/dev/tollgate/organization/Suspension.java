package dev.tollgate.organization;

import java.time.Instant;

/**
 * That nobody may act in an organization.
 *
 * @param since since when
 * @param reason why, as the operator said
 */
public record Suspension(Instant since, String reason) {}
