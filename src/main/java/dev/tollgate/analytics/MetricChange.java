package dev.tollgate.analytics;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * One metric in two periods.
 *
 * @param metric the metric
 * @param current the value in the slice's period; 0 when there is none
 * @param baseline the value in the other period; 0 when there is none
 */
public record MetricChange(UsageMetric metric, BigDecimal current, BigDecimal baseline) {

    static MetricChange of(UsageMetric metric, UsageMetrics current, UsageMetrics baseline) {
        return new MetricChange(metric, metric.of(current), metric.of(baseline));
    }

    /** The difference, current minus baseline. */
    public BigDecimal absolute() {
        return current.subtract(baseline);
    }

    /** The difference in percent of the baseline; null when the baseline is 0. */
    public @Nullable Double percent() {
        if (baseline.signum() == 0) {
            return null;
        }
        return absolute()
                .multiply(BigDecimal.valueOf(100))
                .divide(baseline.abs(), MathContext.DECIMAL64)
                .doubleValue();
    }

    /** Which way it changed. */
    public Direction direction() {
        return Direction.of(absolute().signum());
    }

    /** Whether the change is for the better; null when it did not change, or when more is neither better nor worse. */
    public @Nullable Boolean improvement() {
        return metric.preference().improvement(absolute().signum());
    }
}
