package dev.tollgate.alert.web;

import dev.tollgate.alert.AlertFilter;
import dev.tollgate.alert.AlertStatus;
import dev.tollgate.core.ProblemException;
import dev.tollgate.live.ControlSignal.AlertSeverity;
import org.jspecify.annotations.Nullable;

/** The GraphQL input {@code AlertFilter}. */
record AlertFilterInput(
        @Nullable AlertStatus status,
        @Nullable AlertSeverity minSeverity,
        @Nullable String ruleId) {

    AlertFilter toFilter() {
        return new AlertFilter(
                status,
                minSeverity,
                ruleId == null
                        ? null
                        : AlertIds.rule(ruleId)
                                .orElseThrow(() -> ProblemException.badInput(
                                        "filter.ruleId", "This is the id of no alert rule.")));
    }
}
