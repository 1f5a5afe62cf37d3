package dev.tollgate.quota;

import dev.tollgate.core.TimeWindow;
import dev.tollgate.live.ControlSignal;
import dev.tollgate.live.ControlSignal.QuotaMetric;
import dev.tollgate.live.ControlSignal.QuotaStatus;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The use of a quota in a period, at a moment in it.
 *
 * @param period the period
 * @param count what is counted
 * @param now the moment
 */
record Utilization(BookedQuota quota, TimeWindow period, SpentCounters.Count count, Instant now) {

    private QuotaLimits limits() {
        return quota.quota().limitsAt(now);
    }

    double percent() {
        return limits().percent(count.spent());
    }

    QuotaStatus status() {
        return quota.quota().status(percent());
    }

    /** As pages see it. */
    ControlSignal.QuotaUtilization shown(@Nullable QuotaStatus previous) {
        Quota shown = quota.quota();
        return new ControlSignal.QuotaUtilization(
                shown.id().value(),
                shown.name(),
                status(),
                previous,
                percent(),
                period.from(),
                period.to(),
                projectedPercent(),
                limits().metrics().map(this::use).toList());
    }

    private ControlSignal.QuotaUse use(QuotaMetric metric) {
        long limit = Objects.requireNonNull(limits().counted(metric));
        long used = count.spent().of(metric);
        return new ControlSignal.QuotaUse(
                metric,
                Amounts.shown(metric, limit),
                Amounts.shown(metric, used),
                Amounts.shown(metric, Math.max(0, count.held().of(metric))),
                Amounts.shown(metric, Math.max(0, limit - used)),
                limits().percent(metric, count.spent()),
                Amounts.shown(metric, projected(used)));
    }

    /**
     * At the rate of the period so far; what is used where too little of it has passed to tell. A window that rolls has no end: at the
     * rate of its length, as much is used at any time.
     */
    private long projected(long used) {
        if (quota.isRolling()) {
            return used;
        }
        Duration passed = Duration.between(period.from(), now);
        if (passed.toMillis() < period.length().toMillis() / 1000) {
            return used;
        }
        return BigDecimal.valueOf(used)
                .multiply(BigDecimal.valueOf(period.length().toMillis()))
                .divide(BigDecimal.valueOf(passed.toMillis()), MathContext.DECIMAL64)
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
    }

    private double projectedPercent() {
        return limits().percent(Amounts.of(metric -> projected(count.spent().of(metric))));
    }
}
