package dev.tollgate.organization;

import java.time.Instant;
import java.util.UUID;

/**
 * A part of an organization that usage is attributed to.
 *
 * @param id its id
 * @param kind what it is
 * @param key what events call it
 * @param name its name shown to people
 * @param createdAt when it was created
 */
public record Unit(UUID id, UnitKind kind, String key, String name, Instant createdAt) {}
