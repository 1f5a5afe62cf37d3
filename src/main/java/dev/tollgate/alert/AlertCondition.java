package dev.tollgate.alert;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tollgate.analytics.UsageMetric;
import dev.tollgate.live.ControlSignal.QuotaStatus;
import dev.tollgate.quota.QuotaId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** When a rule raises an alert. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
@JsonSubTypes({
    @JsonSubTypes.Type(value = AlertCondition.Threshold.class, name = "threshold"),
    @JsonSubTypes.Type(value = AlertCondition.Change.class, name = "change"),
    @JsonSubTypes.Type(value = AlertCondition.QuotaUse.class, name = "quota"),
    @JsonSubTypes.Type(value = AlertCondition.BudgetForecast.class, name = "budgetForecast")
})
public sealed interface AlertCondition {

    /**
     * A metric is above or below a bound.
     *
     * @param bound tokens, calls, USD, percent or milliseconds, as the metric has it
     */
    record Threshold(UsageMetric metric, AlertComparison comparison, BigDecimal bound, AlertWindow window)
            implements AlertCondition {}

    /**
     * A metric changed against the period before. Where that had nothing, there is no change to tell.
     *
     * @param percent of the period before; negative for a fall
     */
    record Change(UsageMetric metric, AlertComparison comparison, BigDecimal percent, AlertWindow window)
            implements AlertCondition {}

    /**
     * A quota has reached a status. Each quota raises an alert of its own.
     *
     * @param quota which one; null for every one
     * @param status this, or worse
     */
    record QuotaUse(@Nullable QuotaId quota, QuotaStatus status) implements AlertCondition {}

    /**
     * At the rate of the last seven days, the cost of the running month will be above an amount.
     *
     * @param amount in USD
     */
    record BudgetForecast(BigDecimal amount) implements AlertCondition {}
}
