package dev.tollgate.analytics;

import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Numbers at equal distances. */
record Series(List<Double> values) {

    /** Above this coefficient of variation, numbers vary too much to have a direction. */
    private static final double VOLATILE_ABOVE = 0.5;

    /** The part of the mean that a bucket must change by to have a direction. */
    private static final double STABLE_WITHIN = 0.01;

    double mean() {
        return stream().average().orElse(0);
    }

    /** The population's standard deviation. */
    double standardDeviation() {
        double mean = mean();
        return Math.sqrt(
                stream().map(value -> (value - mean) * (value - mean)).average().orElse(0));
    }

    /** The least squares slope, in units a step; 0 with fewer than two numbers. */
    double slope() {
        if (values.size() < 2) {
            return 0;
        }
        double middle = (values.size() - 1) / 2.0;
        double mean = mean();
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < values.size(); i++) {
            covariance += (i - middle) * (values.get(i) - mean);
            variance += (i - middle) * (i - middle);
        }
        return covariance / variance;
    }

    /** The change from the first number to the last in percent; null from 0, or with fewer than two numbers. */
    @Nullable
    Double changeRate() {
        if (values.size() < 2 || values.getFirst() == 0) {
            return null;
        }
        return 100 * (values.getLast() - values.getFirst()) / Math.abs(values.getFirst());
    }

    private DoubleStream stream() {
        return values.stream().mapToDouble(Double::doubleValue);
    }

    TrendDirection direction() {
        double mean = Math.abs(mean());
        if (mean > 0 && standardDeviation() / mean > VOLATILE_ABOVE) {
            return TrendDirection.VOLATILE;
        }
        double slope = slope();
        if (Math.abs(slope) <= STABLE_WITHIN * mean) {
            return TrendDirection.STABLE;
        }
        return slope > 0 ? TrendDirection.INCREASING : TrendDirection.DECREASING;
    }
}
