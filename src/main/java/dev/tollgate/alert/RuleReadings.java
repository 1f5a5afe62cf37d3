package dev.tollgate.alert;

import dev.tollgate.analytics.MetricChange;
import dev.tollgate.analytics.RangeAsked;
import dev.tollgate.analytics.UsageMetric;
import dev.tollgate.core.Granularity;
import dev.tollgate.organization.Organization;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Measures what a rule is about. A subject that is not measured has nothing: its condition does not hold. */
@Component
class RuleReadings {

    private static final Duration RATE_WINDOW = Duration.ofDays(7);

    private final UsageReadings usage;
    private final QuotaReadings quotas;
    private final Clock clock;

    RuleReadings(UsageReadings usage, QuotaReadings quotas, Clock clock) {
        this.usage = usage;
        this.quotas = quotas;
        this.clock = clock;
    }

    /** What is measured now. */
    List<Reading> of(Organization organization, AlertRule rule) {
        return of(organization, rule, rule.condition());
    }

    /** What is measured of whole periods that were running at the last look and are over now. */
    List<Reading> ofEnded(Organization organization, AlertRule rule, Instant lastLook) {
        Instant now = clock.instant();
        if (rule.condition() instanceof AlertCondition.QuotaUse use) {
            return quotas.ofEnded(organization, use, lastLook, now);
        }
        return rule.condition()
                .ended(lastLook, now, organization.timeZone())
                .map(condition -> of(organization, rule, condition))
                .orElse(List.of());
    }

    private List<Reading> of(Organization organization, AlertRule rule, AlertCondition condition) {
        return switch (condition) {
            case AlertCondition.Threshold threshold -> threshold(organization, rule, threshold);
            case AlertCondition.Change change -> change(organization, rule, change);
            case AlertCondition.QuotaUse use -> quotas.of(organization.id(), use);
            case AlertCondition.BudgetForecast forecast -> forecast(organization, rule, forecast);
        };
    }

    private List<Reading> threshold(Organization organization, AlertRule rule, AlertCondition.Threshold condition) {
        UsageMetric metric = condition.metric();
        return usage.values(organization, rule, metric, condition.window().range()).entrySet().stream()
                .map(entry -> new Reading(
                        entry.getKey(),
                        entry.getValue(),
                        condition.bound(),
                        condition.comparison().holds(entry.getValue(), condition.bound()),
                        AlertMessages.threshold(entry.getKey(), entry.getValue(), condition)))
                .toList();
    }

    private List<Reading> change(Organization organization, AlertRule rule, AlertCondition.Change condition) {
        return usage
                .changes(
                        organization,
                        rule,
                        condition.metric(),
                        condition.window().range())
                .entrySet()
                .stream()
                .flatMap(entry -> change(entry.getKey(), entry.getValue(), condition))
                .toList();
    }

    private static Stream<Reading> change(AlertSubject subject, MetricChange change, AlertCondition.Change condition) {
        Double told = change.percent();
        if (told == null) {
            return Stream.empty();
        }
        BigDecimal percent = BigDecimal.valueOf(told);
        return Stream.of(new Reading(
                subject,
                percent,
                condition.percent(),
                condition.comparison().holds(percent, condition.percent()),
                AlertMessages.change(subject, change, percent, condition)));
    }

    private List<Reading> forecast(Organization organization, AlertRule rule, AlertCondition.BudgetForecast condition) {
        Map<AlertSubject, BigDecimal> spent = usage.costOfMonth(organization, rule);
        Map<AlertSubject, BigDecimal> recent =
                usage.values(organization, rule, UsageMetric.COST, new RangeAsked.Last(RATE_WINDOW));
        BigDecimal weeks = weeksLeft(organization.timeZone());
        return Stream.concat(spent.keySet().stream(), recent.keySet().stream())
                .distinct()
                .map(subject -> {
                    BigDecimal soFar = spent.getOrDefault(subject, BigDecimal.ZERO);
                    BigDecimal expected = soFar.add(
                            recent.getOrDefault(subject, BigDecimal.ZERO).multiply(weeks));
                    return new Reading(
                            subject,
                            expected,
                            condition.amount(),
                            expected.compareTo(condition.amount()) > 0,
                            AlertMessages.forecast(subject, soFar, expected, condition.amount()));
                })
                .toList();
    }

    /** How often the time that the rate is taken from fits into what is left of the month. */
    private BigDecimal weeksLeft(ZoneId zone) {
        Instant now = clock.instant();
        Instant end = Granularity.MONTH.next(Granularity.MONTH.floor(now, zone), zone);
        return BigDecimal.valueOf(Duration.between(now, end).toSeconds())
                .divide(BigDecimal.valueOf(RATE_WINDOW.toSeconds()), MathContext.DECIMAL64);
    }
}
