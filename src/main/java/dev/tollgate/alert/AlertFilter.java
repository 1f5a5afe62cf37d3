package dev.tollgate.alert;

import dev.tollgate.live.ControlSignal.AlertSeverity;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts: those that fit every part that is not null.
 *
 * @param minSeverity so severe, or more
 */
public record AlertFilter(
        @Nullable AlertStatus status,
        @Nullable AlertSeverity minSeverity,
        @Nullable AlertRuleId rule) {

    /** Every alert. */
    public static final AlertFilter ALL = new AlertFilter(null, null, null);
}
