package dev.tollgate.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeatureTests {

    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final FeatureRule RULE = new FeatureRule(List.of("staging"), List.of(), List.of(), Availability.ON);
    private static final Feature UNDECLARED = Feature.undeclared("chat", Availability.ON);

    @Test
    void isDeclaredByItsFirstChange() {
        Feature declared = UNDECLARED.change(to(FeatureState.ON, null), NOW);

        assertThat(UNDECLARED.declared()).isFalse();
        assertThat(declared).isEqualTo(new Feature("chat", Availability.ON, null, null, List.of(), List.of(), 1, NOW));
        assertThat(declared.declared()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(FeatureState.class)
    void goesFromAnyStateToAnyOther(FeatureState from) {
        for (FeatureState state : FeatureState.values()) {
            Feature before = UNDECLARED.change(to(from, from == FeatureState.PARTIAL ? 10 : null), NOW);

            Feature after = before.change(to(state, state == FeatureState.PARTIAL ? 20 : null), NOW);

            assertThat(after.state()).isEqualTo(state);
            assertThat(after.version()).isEqualTo(from == state && state != FeatureState.PARTIAL ? 1 : 2);
        }
    }

    @Test
    void keepsItsPartWhenThatIsLeftOut() {
        Feature partial = UNDECLARED.change(to(FeatureState.PARTIAL, 25), NOW);

        assertThat(partial.change(to(FeatureState.PARTIAL, null), NOW)).isSameAs(partial);
        assertThat(partial.change(to(FeatureState.OFF, null), NOW)
                        .availability()
                        .rolloutPercent())
                .isNull();
    }

    @Test
    void remembersItsPartWhileItIsOff() {
        Feature off = UNDECLARED
                .change(to(FeatureState.PARTIAL, 25), NOW)
                .change(to(FeatureState.OFF, null), NOW)
                .change(withMessage(FeatureState.OFF), NOW);

        assertThat(off.pausedPercent()).isEqualTo(25);
        Feature again = off.change(to(FeatureState.PARTIAL, null), NOW);
        assertThat(again.availability()).isEqualTo(new Availability(FeatureState.PARTIAL, 25));
        assertThat(again.pausedPercent()).isNull();
        assertThat(off.change(to(FeatureState.ON, null), NOW)
                        .change(to(FeatureState.OFF, null), NOW)
                        .pausedPercent())
                .isNull();
    }

    @Test
    void remembersThePartThatItsScheduleEnds() {
        Instant end = NOW.plusSeconds(60);
        Feature partial = UNDECLARED
                .change(to(FeatureState.PARTIAL, 25), NOW)
                .change(
                        new FeatureChange(
                                "chat",
                                FeatureState.PARTIAL,
                                null,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(List.of(new ScheduledChange(end, Availability.OFF))),
                                null),
                        NOW);

        assertThat(partial.at(end).pausedPercent()).isEqualTo(25);
    }

    @Test
    void isNotPartialWithoutAPart() {
        wrong("rolloutPercent", () -> UNDECLARED.change(to(FeatureState.PARTIAL, null), NOW));
        wrong("rolloutPercent", () -> UNDECLARED.change(to(FeatureState.PARTIAL, 101), NOW));
        wrong("rolloutPercent", () -> UNDECLARED.change(to(FeatureState.OFF, 10), NOW));
    }

    @Test
    void changesOnlyFromTheVersionThatIsExpected() {
        Feature second = UNDECLARED
                .change(expecting(0), NOW)
                .change(
                        new FeatureChange(
                                "chat", FeatureState.ON, null, Optional.of("m"), Optional.empty(), Optional.empty(), 1),
                        NOW);

        assertThat(second.version()).isEqualTo(2);
        assertThatThrownBy(() -> second.change(expecting(1), NOW))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.CONFLICT));
    }

    @Test
    void goesThroughItsScheduleAVersionAStep() {
        Instant first = NOW.plusSeconds(60);
        Instant second = NOW.plusSeconds(120);
        Feature feature = UNDECLARED.change(
                scheduled(List.of(
                        new ScheduledChange(second, Availability.OFF),
                        new ScheduledChange(first, new Availability(FeatureState.PARTIAL, 5)))),
                NOW);

        assertThat(feature.at(first.minusMillis(1))).isEqualTo(feature);
        assertThat(feature.at(first).state()).isEqualTo(FeatureState.PARTIAL);
        assertThat(feature.at(first).version()).isEqualTo(2);
        assertThat(feature.at(second.plus(Duration.ofDays(9))))
                .isEqualTo(new Feature("chat", Availability.OFF, 5, null, List.of(), List.of(), 3, second));
    }

    @Test
    void schedulesNothingInThePastAndNothingTwice() {
        ScheduledChange later = new ScheduledChange(NOW.plusSeconds(1), Availability.OFF);

        wrong(
                "schedule[0].at",
                () -> UNDECLARED.change(scheduled(List.of(new ScheduledChange(NOW, Availability.OFF))), NOW));
        wrong("schedule[1].at", () -> UNDECLARED.change(scheduled(List.of(later, later)), NOW));
        wrong("schedule", () -> UNDECLARED.change(scheduled(Collections.nCopies(51, later)), NOW));
    }

    @Test
    void hasNotManyRules() {
        FeatureChange many = new FeatureChange(
                "chat",
                FeatureState.ON,
                null,
                Optional.empty(),
                Optional.of(Collections.nCopies(101, RULE)),
                Optional.empty(),
                null);

        wrong("rules", () -> UNDECLARED.change(many, NOW));
        wrong("environment", () -> new FeatureRule(List.of(), List.of(), List.of(), Availability.ON));
    }

    private static FeatureChange to(FeatureState state, @Nullable Integer percent) {
        return new FeatureChange("chat", state, percent, Optional.empty(), Optional.empty(), Optional.empty(), null);
    }

    private static FeatureChange withMessage(FeatureState state) {
        return new FeatureChange("chat", state, null, Optional.of("Soon."), Optional.empty(), Optional.empty(), null);
    }

    private static FeatureChange expecting(int version) {
        return new FeatureChange(
                "chat", FeatureState.ON, null, Optional.empty(), Optional.empty(), Optional.empty(), version);
    }

    private static FeatureChange scheduled(List<ScheduledChange> schedule) {
        return new FeatureChange(
                "chat", FeatureState.ON, null, Optional.empty(), Optional.empty(), Optional.of(schedule), null);
    }

    private static void wrong(String field, ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.field()).isEqualTo(field));
    }
}
