package dev.tollgate.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person in an organization.
 *
 * @param account the person
 * @param role what they are there
 * @param joinedAt since when
 * @param suspendedAt since when they may do nothing there; null while they may
 */
public record Member(
        Account account,
        Role role,
        Instant joinedAt,
        @Nullable Instant suspendedAt) {}
