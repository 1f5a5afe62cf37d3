package dev.tollgate.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserSketchTests {

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 400, 2_000, 20_000})
    void answersTheSameForADayAndForItsHours(int users) {
        UserSketch day = new UserSketch();
        UserSketch stored = new UserSketch();
        UserSketch hours = new UserSketch();
        for (int hour = 0; hour < 24; hour++) {
            UserSketch one = activeIn(hour, users);
            hours.merge(one.toBytes());
            stored.merge(one);
            stored = reloaded(stored);
        }
        IntStream.range(0, users).forEach(user -> day.add("u-" + user));

        assertThat(day.estimate()).isEqualTo(hours.estimate()).isEqualTo(stored.estimate());
        assertThat(day.estimate()).isCloseTo(users, withinPercentage(3));
    }

    private static UserSketch activeIn(int hour, int users) {
        UserSketch sketch = new UserSketch();
        IntStream.range(0, users).filter(user -> user % 24 <= hour).forEach(user -> sketch.add("u-" + user));
        return sketch;
    }

    private static UserSketch reloaded(UserSketch sketch) {
        UserSketch reloaded = new UserSketch();
        reloaded.merge(sketch.toBytes());
        return reloaded;
    }
}
