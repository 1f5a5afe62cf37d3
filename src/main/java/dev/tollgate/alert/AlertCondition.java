package dev.tollgate.alert;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tollgate.analytics.CalendarPeriod;
import dev.tollgate.analytics.UsageMetric;
import dev.tollgate.live.ControlSignal.QuotaStatus;
import dev.tollgate.quota.Quota;
import dev.tollgate.quota.QuotaId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a rule raises an alert. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
@JsonSubTypes({
    @JsonSubTypes.Type(value = AlertCondition.Threshold.class, name = "threshold"),
    @JsonSubTypes.Type(value = AlertCondition.Change.class, name = "change"),
    @JsonSubTypes.Type(value = AlertCondition.QuotaUse.class, name = AlertCondition.QUOTA),
    @JsonSubTypes.Type(value = AlertCondition.BudgetForecast.class, name = "budgetForecast")
})
public sealed interface AlertCondition {

    /** How a condition on quotas is told from others where it is stored. */
    String QUOTA = "quota";

    /**
     * What it asks of the calendar period that was running at one moment and is over at another, measured over the whole of it; empty when
     * none is, or where it looks at none.
     */
    Optional<AlertCondition> ended(Instant then, Instant now, ZoneId zone);

    /**
     * A metric is above or below a bound.
     *
     * @param bound tokens, calls, USD, percent or milliseconds, as the metric has it
     */
    record Threshold(UsageMetric metric, AlertComparison comparison, BigDecimal bound, AlertWindow window)
            implements AlertCondition {

        @Override
        public Optional<AlertCondition> ended(Instant then, Instant now, ZoneId zone) {
            return window.ended(then, now, zone).map(over -> new Threshold(metric, comparison, bound, over));
        }
    }

    /**
     * A metric changed against the period before. Where that had nothing, there is no change to tell.
     *
     * @param percent of the period before; negative for a fall
     */
    record Change(UsageMetric metric, AlertComparison comparison, BigDecimal percent, AlertWindow window)
            implements AlertCondition {

        @Override
        public Optional<AlertCondition> ended(Instant then, Instant now, ZoneId zone) {
            return window.ended(then, now, zone).map(over -> new Change(metric, comparison, percent, over));
        }
    }

    /**
     * A quota has reached a status. Each quota raises an alert of its own.
     *
     * @param quota which one; null for every one
     * @param status this, or worse
     */
    record QuotaUse(@Nullable QuotaId quota, QuotaStatus status) implements AlertCondition {

        boolean isAbout(Quota other) {
            return quota == null || quota.equals(other.id());
        }

        /** Each quota has periods of its own. */
        @Override
        public Optional<AlertCondition> ended(Instant then, Instant now, ZoneId zone) {
            return Optional.empty();
        }
    }

    /**
     * At the rate of the last seven days, the cost of the running month will be above an amount.
     *
     * @param amount in USD
     */
    record BudgetForecast(BigDecimal amount) implements AlertCondition {

        /** Once the month is over, nothing is left to be foreseen of it. */
        @Override
        public Optional<AlertCondition> ended(Instant then, Instant now, ZoneId zone) {
            return new AlertWindow(null, CalendarPeriod.THIS_MONTH)
                    .ended(then, now, zone)
                    .map(over -> new Threshold(UsageMetric.COST, AlertComparison.ABOVE, amount, over));
        }
    }
}
