package dev.tollgate.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RollingWindowPropertyTests {

    @Provide
    Arbitrary<RollingWindow> windows() {
        return Arbitraries.of(QuotaPeriod.class)
                .filter(period -> period.rolling().isPresent())
                .map(period -> period.rolling().orElseThrow());
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs()
                .between(1_700_000_000_000L, 1_900_000_000_000L)
                .map(Instant::ofEpochMilli);
    }

    @Property
    void countsTheWholeLengthAndLessThanAStepMore(
            @ForAll("windows") RollingWindow rolling, @ForAll("moments") Instant now) {
        TimeWindow counted = rolling.counted(now);
        Duration behind = Duration.between(counted.from(), now);

        assertThat(behind).isGreaterThanOrEqualTo(rolling.length());
        assertThat(behind).isLessThan(rolling.length().plus(rolling.step()));
        assertThat(counted.contains(now)).isTrue();
    }

    @Property
    void consistsOfStepsWithoutAGap(@ForAll("windows") RollingWindow rolling, @ForAll("moments") Instant now) {
        TimeWindow counted = rolling.counted(now);

        List<TimeWindow> steps = rolling.steps(now, now).toList();

        assertThat(steps.getFirst().from()).isEqualTo(counted.from());
        assertThat(steps.getLast()).isEqualTo(rolling.step(now));
        assertThat(steps.getLast().to()).isEqualTo(counted.to());
        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i).from()).isEqualTo(steps.get(i - 1).to());
        }
    }
}
