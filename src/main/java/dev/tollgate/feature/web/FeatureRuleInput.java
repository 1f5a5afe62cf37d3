package dev.tollgate.feature.web;

import dev.tollgate.core.ProblemException;
import dev.tollgate.feature.Availability;
import dev.tollgate.feature.FeatureRule;
import dev.tollgate.feature.FeatureState;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The GraphQL input of that name. */
record FeatureRuleInput(
        @Nullable List<String> environment,
        @Nullable List<String> team,
        @Nullable List<String> user,
        FeatureState state,
        @Nullable Integer rolloutPercent) {

    static List<FeatureRule> toRules(List<FeatureRuleInput> inputs) {
        return IntStream.range(0, inputs.size())
                .mapToObj(i -> FieldPath.under("rules[" + i + "]", inputs.get(i)::toRule))
                .toList();
    }

    private FeatureRule toRule() {
        return new FeatureRule(
                names("environment", environment),
                names("team", team),
                names("user", user),
                new Availability(state, rolloutPercent));
    }

    /** An empty list names nobody, which must not become everybody. */
    private static List<String> names(String field, @Nullable List<String> names) {
        if (names == null) {
            return List.of();
        }
        if (names.isEmpty()) {
            throw ProblemException.badInput(field, "A list names at least one; leave it out for all.");
        }
        return names;
    }
}
