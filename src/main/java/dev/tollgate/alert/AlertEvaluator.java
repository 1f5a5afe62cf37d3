package dev.tollgate.alert;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.live.ControlSignals;
import dev.tollgate.organization.Organizations;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.tenancy.Timestamps;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks at rules: in one transaction and on one snapshot a rule is claimed, measured, its alerts are raised and ended, and it is put off
 * until it is due again. A crash anywhere leaves it due. One node at a time looks at a rule.
 */
@Component
class AlertEvaluator {

    private static final Logger log = LoggerFactory.getLogger(AlertEvaluator.class);
    private static final String DUE = "SELECT * FROM organizations_with_due_alerts(CAST(? AS timestamptz))";

    private final TenantTransactions transactions;
    private final DSLContext sql;
    private final Organizations organizations;
    private final RuleReadings readings;
    private final AlertBook book;
    private final ControlSignals signals;
    private final AlertSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    AlertEvaluator(
            TenantTransactions transactions,
            DSLContext sql,
            Organizations organizations,
            RuleReadings readings,
            AlertBook book,
            ControlSignals signals,
            AlertSettings settings,
            JsonMapper json,
            Clock clock) {
        this.transactions = transactions;
        this.sql = sql;
        this.organizations = organizations;
        this.readings = readings;
        this.book = book;
        this.signals = signals;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** Looks at all rules that are due. */
    void evaluateDue() {
        sql.fetch(DUE, Timestamps.of(Timestamps.now(clock)))
                .forEach(row -> evaluateDue(new OrganizationId(row.get(0, UUID.class))));
    }

    /** Looks at all rules of an organization that are due. */
    void evaluateDue(OrganizationId organization) {
        transactions
                .read(organization, bound -> new EvaluationTable(bound, organization).due(Timestamps.now(clock)))
                .forEach(rule -> evaluate(organization, rule));
    }

    /** Looks at a rule, unless it is not due or another node is at it. One that fails is put off like any other. */
    void evaluate(OrganizationId organization, AlertRuleId id) {
        try {
            transactions
                    .writeOnSnapshot(organization, bound -> evaluate(bound, organization, id))
                    .forEach(alert -> signals.send(organization, alert.signal()));
        } catch (RuntimeException e) {
            log.warn("Alert rule {} could not be looked at; it is tried again", id, e);
            putOff(organization, id);
        }
    }

    private List<Alert> evaluate(DSLContext bound, OrganizationId organization, AlertRuleId id) {
        Instant now = Timestamps.now(clock);
        EvaluationTable evaluations = new EvaluationTable(bound, organization);
        if (!evaluations.claim(id, now)) {
            return List.of();
        }
        Optional<AlertRule> rule = new AlertRuleTable(bound, json, organization).find(id);
        List<Alert> raised = rule.map(
                        found -> book.settle(bound, found, readings.of(organizations.get(organization), found)))
                .orElse(List.of());
        evaluations.evaluated(id, now, now.plus(settings.interval()), null);
        return raised;
    }

    private void putOff(OrganizationId organization, AlertRuleId id) {
        try {
            Instant now = Timestamps.now(clock);
            transactions.write(organization, bound -> {
                EvaluationTable evaluations = new EvaluationTable(bound, organization);
                if (evaluations.claim(id, now)) {
                    evaluations.evaluated(
                            id, now, now.plus(settings.interval()), "It could not be measured; the log says why.");
                }
                return true;
            });
        } catch (RuntimeException e) {
            log.debug("Alert rule {} is still due", id, e);
        }
    }
}
