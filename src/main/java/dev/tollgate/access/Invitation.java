package dev.tollgate.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was asked to join an organization.
 *
 * @param id its id
 * @param email whom it is for
 * @param role what they will be
 * @param invitedAt when they were asked
 * @param expiresAt until when they may join
 * @param acceptedAt when they joined; null while they have not
 * @param revokedAt when it was taken back; null while it was not
 */
public record Invitation(
        UUID id,
        String email,
        Role role,
        Instant invitedAt,
        Instant expiresAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant revokedAt) {

    /** Whether it can still be accepted. */
    public boolean isOpenAt(Instant now) {
        return acceptedAt == null && revokedAt == null && now.isBefore(expiresAt);
    }
}
