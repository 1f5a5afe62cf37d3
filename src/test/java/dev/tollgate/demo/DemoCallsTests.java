package dev.tollgate.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DemoCallsTests {

    private static final Instant END = Instant.parse("2026-11-22T04:15:46Z");
    private static final Trace TRACE = Trace.load();
    private static final List<DemoCall> CALLS = calls(END);

    private static List<DemoCall> calls(Instant end) {
        return new DemoCalls(TRACE, end, 40_000).between(0, 40_000).toList();
    }

    @Test
    void areTheSameEveryTime() {
        assertThat(calls(END)).isEqualTo(CALLS);
    }

    @Test
    void endNowAndBeginThirtyDaysBefore() {
        assertThat(CALLS).isSortedAccordingTo(Comparator.comparing(DemoCall::occurredAt));
        assertThat(CALLS.getFirst().occurredAt()).isEqualTo(END.minus(DemoCalls.SPAN));
        assertThat(CALLS.getLast().occurredAt()).isBetween(END.minus(Duration.ofHours(1)), END);
        assertThat(CALLS).extracting(DemoCall::id).doesNotHaveDuplicates();
    }

    @Test
    void haveTheTokensOfTheTrace() {
        assertThat(CALLS).allSatisfy(call -> {
            TraceCall original = TRACE.call(call.index());
            assertThat(call.tokens().input()).isEqualTo(original.inputTokens());
            assertThat(call.tokens().output()).isEqualTo(original.outputTokens());
        });
    }

    @Test
    void areValidEvents() {
        assertThat(CALLS).allSatisfy(call -> {
            DemoTokens tokens = call.tokens();
            assertThat(tokens.cacheRead() + tokens.cacheWrite()).isLessThanOrEqualTo(tokens.input());
            assertThat(tokens.reasoning()).isLessThanOrEqualTo(tokens.output());
        });
        assertThat(CALLS)
                .filteredOn(call -> call.latencyMs() != null)
                .allSatisfy(call -> assertThat(call.latencyMs()).isGreaterThanOrEqualTo(call.firstTokenMs()));
    }

    @Test
    void comeFromPeopleWhoBelongToOneTeam() {
        Map<String, Set<DemoTeam>> teams = CALLS.stream()
                .collect(Collectors.groupingBy(
                        DemoCall::user,
                        Collectors.mapping(call -> call.feature().team(), Collectors.toSet())));

        assertThat(teams).hasSizeBetween(300, 400);
        assertThat(teams.values()).allSatisfy(of -> assertThat(of).hasSize(1));
    }

    @Test
    void useEveryFeatureModelAndKindOfOutcome() {
        assertThat(distinct(DemoCall::feature)).containsExactlyInAnyOrderElementsOf(DemoFeatures.ALL);
        assertThat(distinct(DemoCall::model)).containsExactlyInAnyOrder(DemoModel.values());
        assertThat(distinct(DemoCall::errorCode))
                .containsExactlyInAnyOrder(null, "overloaded", "rate_limit_exceeded", "timeout");
        assertThat(distinct(DemoCall::environment)).containsExactlyInAnyOrder("production", "staging", "development");
    }

    @Test
    void failSometimes() {
        long failed = CALLS.stream().filter(call -> call.errorCode() != null).count();

        assertThat((double) failed / CALLS.size()).isCloseTo(0.01, within(0.005));
    }

    @Test
    void runBatchWorkAtNight() {
        assertThat(CALLS)
                .filteredOn(call -> !call.feature().interactive())
                .isNotEmpty()
                .allSatisfy(call -> assertThat(
                                call.occurredAt().atOffset(ZoneOffset.UTC).getHour())
                        .isLessThan(5));
    }

    @Test
    void areFewOnSundays() {
        assertThat(on(DayOfWeek.SUNDAY)).isLessThan(on(DayOfWeek.WEDNESDAY) / 2);
    }

    private static long on(DayOfWeek day) {
        return CALLS.stream()
                .filter(call -> call.occurredAt().atOffset(ZoneOffset.UTC).getDayOfWeek() == day)
                .count();
    }

    private static <T extends @Nullable Object> Set<T> distinct(Function<DemoCall, T> property) {
        Set<T> values = new HashSet<>();
        CALLS.forEach(call -> values.add(property.apply(call)));
        return values;
    }
}
