package dev.tollgate.alert;

import dev.tollgate.analytics.MetricChange;
import dev.tollgate.analytics.UsageMetric;
import dev.tollgate.live.ControlSignal.QuotaUtilization;
import java.math.BigDecimal;
import java.util.Locale;

/** Says in a sentence what was noticed. */
final class AlertMessages {

    private AlertMessages() {}

    static String threshold(AlertSubject subject, BigDecimal value, AlertCondition.Threshold condition) {
        UsageMetric metric = condition.metric();
        return "%s: %s %s, %s %s."
                .formatted(
                        title(name(metric), subject),
                        amount(metric, value),
                        condition.window().words(),
                        condition.comparison().word(),
                        amount(metric, condition.bound()));
    }

    static String change(
            AlertSubject subject, MetricChange change, BigDecimal percent, AlertCondition.Change condition) {
        UsageMetric metric = condition.metric();
        return "%s: %s %s against %s before, a change of %s %%, %s %s %%."
                .formatted(
                        title(name(metric), subject),
                        amount(metric, change.current()),
                        condition.window().words(),
                        amount(metric, change.baseline()),
                        Words.of(percent),
                        condition.comparison().word(),
                        Words.of(condition.percent()));
    }

    static String forecast(AlertSubject subject, BigDecimal spent, BigDecimal expected, BigDecimal amount) {
        return "%s: %s USD expected by the end of the month, above %s USD; %s USD so far."
                .formatted(title("Cost", subject), Words.of(expected), Words.of(amount), Words.of(spent));
    }

    static String quota(QuotaUtilization use) {
        return "Quota %s: %s %% used, %s."
                .formatted(
                        use.name(),
                        Words.of(BigDecimal.valueOf(use.usedPercent())),
                        use.status().name().toLowerCase(Locale.ROOT));
    }

    private static String title(String name, AlertSubject subject) {
        return subject.label() == null ? name : name + " of " + subject.label();
    }

    /** The metric's name in words, its unit apart. */
    private static String name(UsageMetric metric) {
        String words = metric.name().toLowerCase(Locale.ROOT).replace("_ms", "").replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String amount(UsageMetric metric, BigDecimal value) {
        return Words.of(value) + unit(metric.name());
    }

    private static String unit(String metric) {
        return metric.equals("COST") ? " USD" : metric.endsWith("_RATE") ? " %" : metric.endsWith("_MS") ? " ms" : "";
    }
}
