package dev.tollgate.feature.web;

import dev.tollgate.feature.Decision;
import dev.tollgate.feature.DecisionReason;
import org.jspecify.annotations.Nullable;

/** A decision as GraphQL and HTTP tell it. */
record FeatureDecision(
        boolean enabled, DecisionReason reason, @Nullable String message) {

    static FeatureDecision of(Decision decision) {
        return switch (decision) {
            case Decision.Enabled(var reason) -> new FeatureDecision(true, reason, null);
            case Decision.Disabled(var reason, var message) -> new FeatureDecision(false, reason, message);
        };
    }
}
