package dev.tollgate.alert.web;

import dev.tollgate.alert.AlertComparison;
import dev.tollgate.alert.AlertCondition;
import dev.tollgate.alert.AlertWindow;
import dev.tollgate.analytics.CalendarPeriod;
import dev.tollgate.analytics.UsageMetric;
import dev.tollgate.core.ProblemException;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.live.ControlSignal.QuotaStatus;
import dev.tollgate.quota.QuotaId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The GraphQL input of that name: exactly one of its fields is given. A null that was sent for a part is its default. */
record AlertConditionInput(
        @Nullable Threshold threshold,
        @Nullable Change change,
        @Nullable Quota quota,
        @Nullable BudgetForecast budgetForecast) {

    /** The GraphQL input {@code ThresholdConditionInput}. */
    record Threshold(UsageMetric metric, @Nullable AlertComparison comparison, BigDecimal bound, Window window) {}

    /** The GraphQL input {@code ChangeConditionInput}. */
    record Change(UsageMetric metric, @Nullable AlertComparison comparison, BigDecimal percent, Window window) {}

    /** The GraphQL input {@code QuotaConditionInput}. */
    record Quota(@Nullable String quotaId, @Nullable QuotaStatus status) {}

    /** The GraphQL input {@code BudgetForecastConditionInput}. */
    record BudgetForecast(BigDecimal amount) {}

    /** The GraphQL input {@code AlertWindowInput}. */
    record Window(@Nullable Duration last, @Nullable CalendarPeriod calendar) {

        private AlertWindow toWindow() {
            return new AlertWindow(last, calendar);
        }
    }

    AlertCondition toCondition() {
        if (threshold != null) {
            return new AlertCondition.Threshold(
                    threshold.metric(),
                    comparison(threshold.comparison()),
                    threshold.bound(),
                    threshold.window().toWindow());
        }
        if (change != null) {
            return new AlertCondition.Change(
                    change.metric(),
                    comparison(change.comparison()),
                    change.percent(),
                    change.window().toWindow());
        }
        return quota != null
                ? new AlertCondition.QuotaUse(
                        quotaId(quota.quotaId()), Objects.requireNonNullElse(quota.status(), QuotaStatus.WARNING))
                : new AlertCondition.BudgetForecast(
                        Objects.requireNonNull(budgetForecast).amount());
    }

    private static AlertComparison comparison(@Nullable AlertComparison given) {
        return Objects.requireNonNullElse(given, AlertComparison.ABOVE);
    }

    private static @Nullable QuotaId quotaId(@Nullable String globalId) {
        return globalId == null
                ? null
                : GlobalId.decode(globalId)
                        .filter(global -> global.type().equals("Quota"))
                        .flatMap(global -> AlertIds.uuid(global.id()))
                        .map(QuotaId::new)
                        .orElseThrow(() ->
                                ProblemException.badInput("condition.quota.quotaId", "This is the id of no quota."));
    }
}
