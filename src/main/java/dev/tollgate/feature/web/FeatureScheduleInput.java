package dev.tollgate.feature.web;

import dev.tollgate.feature.Availability;
import dev.tollgate.feature.FeatureState;
import dev.tollgate.feature.ScheduledChange;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The GraphQL input of that name. */
record FeatureScheduleInput(
        Instant at, FeatureState state, @Nullable Integer rolloutPercent) {

    static List<ScheduledChange> toSchedule(List<FeatureScheduleInput> inputs) {
        return IntStream.range(0, inputs.size())
                .mapToObj(i -> FieldPath.under("schedule[" + i + "]", inputs.get(i)::toChange))
                .toList();
    }

    private ScheduledChange toChange() {
        return new ScheduledChange(at, new Availability(state, rolloutPercent));
    }
}
