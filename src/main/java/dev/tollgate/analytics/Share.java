package dev.tollgate.analytics;

import java.math.BigDecimal;

/** A part of a whole in percent. */
final class Share {

    private Share() {}

    /** The part's share of the metric where that adds up, else of calls; 0 of nothing. */
    static double of(UsageMetric metric, UsageMetrics part, UsageMetrics whole) {
        BigDecimal all = metric.shared().of(whole);
        return all.signum() == 0 ? 0 : 100 * metric.shared().of(part).doubleValue() / all.doubleValue();
    }
}
