package dev.tollgate.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricChangeTests {

    @ParameterizedTest
    @CsvSource({
        "REQUESTS, 150, 100, 50, 50, UP, true",
        "ERRORS, 150, 100, 50, 50, UP, false",
        "P95_LATENCY_MS, 80, 100, -20, -20, DOWN, true",
        "COST, 3, 2, 1, 50, UP, false",
        "TOTAL_TOKENS, 3, 2, 1, 50, UP, ",
        "REQUESTS, 5, 0, 5, , UP, true",
        "REQUESTS, 5, 5, 0, 0, UNCHANGED, ",
        "REQUESTS, 0, 0, 0, , UNCHANGED, "
    })
    void tellsTheChange(
            UsageMetric metric,
            BigDecimal current,
            BigDecimal baseline,
            BigDecimal absolute,
            @Nullable Double percent,
            Direction direction,
            @Nullable Boolean improvement) {
        MetricChange change = new MetricChange(metric, current, baseline);

        assertThat(change.absolute()).isEqualByComparingTo(absolute);
        assertThat(change.percent()).isEqualTo(percent);
        assertThat(change.direction()).isEqualTo(direction);
        assertThat(change.improvement()).isEqualTo(improvement);
    }
}
