package dev.tollgate.analytics;

import org.jspecify.annotations.Nullable;

/** Which way a metric should go. */
enum Preference {
    HIGHER,
    LOWER,
    NEITHER;

    /** Whether a change is for the better; null when there is none or neither way is better. */
    @Nullable
    Boolean improvement(int sign) {
        if (sign == 0 || this == NEITHER) {
            return null;
        }
        return (sign > 0) == (this == HIGHER);
    }
}
