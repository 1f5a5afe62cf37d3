package dev.tollgate.organization;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An organization as it is seen from above.
 *
 * @param organization the organization
 * @param createdAt when it was made
 * @param suspension that nobody may act in it; null while they may
 */
public record RegisteredOrganization(
        Organization organization,
        Instant createdAt,
        @Nullable Suspension suspension) {}
