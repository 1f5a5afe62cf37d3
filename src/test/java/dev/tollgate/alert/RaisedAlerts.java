package dev.tollgate.alert;

import dev.tollgate.analytics.UsageMetric;
import dev.tollgate.audit.Cause;
import dev.tollgate.live.ControlSignal.AlertSeverity;
import dev.tollgate.organization.Organization;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/** Raises alerts as the application does. */
public final class RaisedAlerts {

    private RaisedAlerts() {}

    /** A new alert of a new rule, which looks at something that holds where nothing was used. */
    public static Alert raise(ApplicationContext beans, Organization organization, AlertSeverity severity) {
        return raise(beans, organization, severity, BigDecimal.ONE);
    }

    /** A new alert of a new rule, which looks at whether there were fewer calls than the bound in the last minute. */
    public static Alert raise(
            ApplicationContext beans, Organization organization, AlertSeverity severity, BigDecimal bound) {
        return raise(beans, organization, severity, bound, List.of());
    }

    /** The same, told to destinations. */
    static Alert raise(
            ApplicationContext beans,
            Organization organization,
            AlertSeverity severity,
            BigDecimal bound,
            List<AlertDestinationId> destinations) {
        AlertRule rule = beans.getBean(AlertRules.class)
                .create(
                        organization.id(),
                        Cause.TOLLGATE,
                        new AlertRuleDraft(
                                "always",
                                new AlertCondition.Threshold(
                                        UsageMetric.REQUESTS,
                                        AlertComparison.BELOW,
                                        bound,
                                        new AlertWindow(Duration.ofMinutes(1), null)),
                                Map.of(),
                                null,
                                severity,
                                Duration.ZERO,
                                destinations,
                                true));
        beans.getBean(AlertEvaluator.class).evaluate(organization.id(), rule.id());
        AlertFilter ofRule = new AlertFilter(null, null, rule.id());
        return beans.getBean(Alerts.class)
                .list(organization.id(), ofRule, null, 1)
                .getFirst();
    }
}
