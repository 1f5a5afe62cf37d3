package dev.tollgate.alert;

import dev.tollgate.analytics.FilterArgument;
import dev.tollgate.core.ProblemException;
import dev.tollgate.live.ControlSignal.QuotaStatus;
import dev.tollgate.quota.Quotas;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says what is wrong with a rule, with the field at fault; nothing is stored that was not checked here. */
@Component
class AlertRuleCheck {

    private static final Duration LONGEST_COOL_DOWN = Duration.ofDays(366);
    private static final int MOST_DESTINATIONS = 20;

    /** As many digits as any number of the ledger has, so that an absurd exponent costs nothing. */
    private static final int MOST_DIGITS = 40;

    private final FilterArgument filters;
    private final Quotas quotas;

    AlertRuleCheck(FilterArgument filters, Quotas quotas) {
        this.filters = filters;
        this.quotas = quotas;
    }

    /** The rule with its name stripped; BAD_USER_INPUT at the first thing wrong. */
    AlertRule checked(AlertRule rule) {
        checkCondition(rule);
        filters.of(Map.of("filter", rule.filter()));
        if (rule.coolDown().isNegative() || rule.coolDown().compareTo(LONGEST_COOL_DOWN) > 0) {
            throw ProblemException.badInput("coolDown", "A cool-down is from nothing to 366 days.");
        }
        if (rule.destinations().size() > MOST_DESTINATIONS) {
            throw ProblemException.badInput(
                    "destinationIds", "A rule has at most " + MOST_DESTINATIONS + " destinations.");
        }
        return new AlertRule(
                rule.organization(),
                rule.id(),
                AlertText.name(rule.name()),
                rule.condition(),
                rule.filter(),
                rule.groupBy(),
                rule.severity(),
                Duration.ofSeconds(rule.coolDown().toSeconds()),
                List.copyOf(rule.destinations()),
                rule.enabled(),
                rule.snoozedUntil(),
                rule.version(),
                rule.createdAt());
    }

    private void checkCondition(AlertRule rule) {
        switch (rule.condition()) {
            case AlertCondition.Threshold threshold -> {
                checkNumber("condition.threshold.bound", threshold.bound());
                threshold.window().check("condition.threshold.window");
            }
            case AlertCondition.Change change -> {
                checkNumber("condition.change.percent", change.percent());
                change.window().check("condition.change.window");
            }
            case AlertCondition.BudgetForecast(var amount) -> {
                checkNumber("condition.budgetForecast.amount", amount);
                if (amount.signum() <= 0) {
                    throw ProblemException.badInput("condition.budgetForecast.amount", "A budget is more than 0 USD.");
                }
            }
            case AlertCondition.QuotaUse use -> checkQuota(rule, use);
        }
    }

    private void checkQuota(AlertRule rule, AlertCondition.QuotaUse use) {
        if (use.status() == QuotaStatus.OK) {
            throw ProblemException.badInput("condition.quota.status", "Name a status that a quota is to reach.");
        }
        if (!rule.filter().isEmpty()) {
            throw ProblemException.badInput("filter", "A quota says itself which calls count.");
        }
        if (rule.groupBy() != null) {
            throw ProblemException.badInput("groupBy", "Each quota raises an alert of its own.");
        }
        if (use.quota() != null && quotas.find(rule.organization(), use.quota()).isEmpty()) {
            throw ProblemException.badInput("condition.quota.quotaId", "There is no such quota.");
        }
    }

    private static void checkNumber(String field, BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw ProblemException.badInput(field, "It is no sensible number.");
        }
    }
}
