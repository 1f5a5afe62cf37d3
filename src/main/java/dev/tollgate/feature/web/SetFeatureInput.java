package dev.tollgate.feature.web;

import dev.tollgate.feature.FeatureChange;
import dev.tollgate.feature.FeatureState;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/** The GraphQL input of that name. What is left out stays; what is null is taken away. */
record SetFeatureInput(
        String name,
        FeatureState state,
        @Nullable Integer rolloutPercent,
        ArgumentValue<String> message,
        @Nullable String reason,
        @Nullable Integer expectedVersion,
        ArgumentValue<List<FeatureRuleInput>> rules,
        ArgumentValue<List<FeatureScheduleInput>> schedule) {

    FeatureChange toChange() {
        return new FeatureChange(
                name,
                state,
                rolloutPercent,
                given(message, ""),
                given(rules, List.of()).map(FeatureRuleInput::toRules),
                given(schedule, List.of()).map(FeatureScheduleInput::toSchedule),
                expectedVersion);
    }

    /** What the actor says; null when nothing. */
    @Nullable
    String checkedReason() {
        return reason == null || reason.isBlank() ? null : FeatureChange.checkedReason(reason);
    }

    private static <T> Optional<T> given(ArgumentValue<T> argument, T nothing) {
        return argument.isOmitted()
                ? Optional.empty()
                : Optional.of(Objects.requireNonNullElse(argument.value(), nothing));
    }
}
