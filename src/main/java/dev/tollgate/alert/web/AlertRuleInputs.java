package dev.tollgate.alert.web;

import dev.tollgate.alert.AlertDestinationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.usage.UsageDimension;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the inputs of rules have in common. */
final class AlertRuleInputs {

    private static final String TAG = "TAG";

    private AlertRuleInputs() {}

    /** The filter as GraphQL coerced it, to be stored; empty for all; null when it was not given. */
    @SuppressWarnings("unchecked") // the schema says so
    static @Nullable Map<String, Object> filter(DataFetchingEnvironment environment) {
        Map<String, Object> input = Objects.requireNonNull(environment.getArgument("input"));
        if (!input.containsKey("filter")) {
            return null;
        }
        return Objects.requireNonNullElse((Map<String, Object>) input.get("filter"), Map.of());
    }

    static UsageDimension dimension(String name) {
        if (name.equals(TAG)) {
            throw ProblemException.badInput("groupBy", "Alerts cannot be grouped by a tag.");
        }
        return UsageDimension.valueOf(name);
    }

    static @Nullable List<AlertDestinationId> destinations(@Nullable List<String> ids) {
        return ids == null
                ? null
                : ids.stream()
                        .map(id -> AlertIds.destination(id)
                                .orElseThrow(() -> ProblemException.badInput(
                                        "destinationIds", "This is the id of no destination.")))
                        .toList();
    }
}
