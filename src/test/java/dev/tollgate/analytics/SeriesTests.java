package dev.tollgate.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected numbers were computed by hand. */
class SeriesTests {

    @ParameterizedTest
    @CsvSource({
        "100 110 120 130, 10, 115, 11.18033989, 30, INCREASING",
        "130 120 110 100, -10, 115, 11.18033989, -23.07692308, DECREASING",
        "100 101 100 101, 0.2, 100.5, 0.5, 1, STABLE",
        "100 101 102, 1, 101, 0.81649658, 2, STABLE",
        "100 102 104, 2, 102, 1.63299316, 4, INCREASING",
        "0 10 0 10, 2, 5, 5, , VOLATILE",
        "0 0 0, 0, 0, 0, , STABLE",
        "7, 0, 7, 0, , STABLE"
    })
    void tellsWhereNumbersGo(
            String values,
            double slope,
            double mean,
            double deviation,
            @Nullable Double changeRate,
            TrendDirection direction) {
        Series series =
                new Series(Arrays.stream(values.split(" ")).map(Double::valueOf).toList());

        assertThat(series.slope()).isCloseTo(slope, within(1e-8));
        assertThat(series.mean()).isCloseTo(mean, within(1e-8));
        assertThat(series.standardDeviation()).isCloseTo(deviation, within(1e-8));
        assertThat(series.direction()).isEqualTo(direction);
        if (changeRate == null) {
            assertThat(series.changeRate()).isNull();
        } else {
            assertThat(series.changeRate()).isCloseTo(changeRate, within(1e-8));
        }
    }

    @Test
    void tellsNothingOfNothing() {
        Series none = new Series(List.of());

        assertThat(none.mean()).isZero();
        assertThat(none.standardDeviation()).isZero();
        assertThat(none.direction()).isEqualTo(TrendDirection.STABLE);
    }
}
