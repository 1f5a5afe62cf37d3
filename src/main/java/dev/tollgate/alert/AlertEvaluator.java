package dev.tollgate.alert;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.live.ControlSignals;
import dev.tollgate.organization.Organization;
import dev.tollgate.organization.Organizations;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.tenancy.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks at rules: in one transaction and on one snapshot a rule is claimed, measured, its alerts are raised and ended, and it is put off
 * until it is due again. A crash anywhere leaves it due, and with it what it is to be told of that happened since it was looked at last.
 * One node at a time looks at a rule.
 */
@Component
class AlertEvaluator {

    private static final Logger log = LoggerFactory.getLogger(AlertEvaluator.class);

    /** For how long it looks at the rules of an organization, before it is the turn of another. */
    static final Duration SHARE = Duration.ofSeconds(5);

    private final TenantTransactions transactions;
    private final Organizations organizations;
    private final RuleReadings readings;
    private final AlertBook book;
    private final ControlSignals signals;
    private final AlertSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    AlertEvaluator(
            TenantTransactions transactions,
            Organizations organizations,
            RuleReadings readings,
            AlertBook book,
            ControlSignals signals,
            AlertSettings settings,
            JsonMapper json,
            Clock clock) {
        this.transactions = transactions;
        this.organizations = organizations;
        this.readings = readings;
        this.book = book;
        this.signals = signals;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** Looks at the rules of an organization that are due, the longest due first, until none is or its share of time is used up. */
    void evaluateDue(OrganizationId organization) {
        Instant end = clock.instant().plus(SHARE);
        List<AlertRuleId> due = transactions.read(
                organization, bound -> new EvaluationTable(bound, organization).due(Timestamps.now(clock)));
        for (AlertRuleId rule : due) {
            if (clock.instant().isAfter(end)) {
                return;
            }
            evaluate(organization, rule);
        }
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
        return evaluations
                .claim(id, now)
                .map(claim -> {
                    List<Alert> raised = new AlertRuleTable(bound, json, organization)
                            .find(id)
                            .map(rule -> settle(bound, rule, claim))
                            .orElse(List.of());
                    evaluations.measured(id, now, now.plus(settings.interval()));
                    return raised;
                })
                .orElse(List.of());
    }

    private List<Alert> settle(DSLContext bound, AlertRule rule, EvaluationTable.Claim claim) {
        Organization organization = organizations.get(rule.organization());
        CrossingTable crossings = new CrossingTable(bound, rule.organization());
        List<Reading> missed = new ArrayList<>(crossings.list(rule.id()));
        if (!missed.isEmpty()) {
            crossings.remove(rule.id());
        }
        if (claim.measuredAt() != null) {
            missed.addAll(readings.ofEnded(organization, rule, claim.measuredAt()));
        }
        return book.settle(bound, rule, readings.of(organization, rule), missed);
    }

    private void putOff(OrganizationId organization, AlertRuleId id) {
        try {
            Instant now = Timestamps.now(clock);
            transactions.write(organization, bound -> {
                EvaluationTable evaluations = new EvaluationTable(bound, organization);
                if (evaluations.claim(id, now).isPresent()) {
                    evaluations.failed(
                            id, now, now.plus(settings.interval()), "It could not be measured; the log says why.");
                }
                return true;
            });
        } catch (RuntimeException e) {
            log.debug("Alert rule {} is still due", id, e);
        }
    }
}
