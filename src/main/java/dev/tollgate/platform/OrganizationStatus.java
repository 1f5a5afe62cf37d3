package dev.tollgate.platform;

import org.jspecify.annotations.Nullable;

/** Whether people and keys may act in an organization. */
enum OrganizationStatus {
    ACTIVE,
    SUSPENDED;

    /** What a search takes for it; null: either. */
    static @Nullable Boolean suspended(@Nullable OrganizationStatus status) {
        return status == null ? null : status == SUSPENDED;
    }
}
