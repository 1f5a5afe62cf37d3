package dev.tollgate.alert;

import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.AuditedAction;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.TenantTransactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the rules of all organizations noticed. */
@Component
public class Alerts {

    private final TenantTransactions transactions;
    private final AlertBook book;
    private final AuditTrail audit;
    private final JsonMapper json;

    Alerts(TenantTransactions transactions, AlertBook book, AuditTrail audit, JsonMapper json) {
        this.transactions = transactions;
        this.book = book;
        this.audit = audit;
        this.json = json;
    }

    /**
     * Resolves an alert; resolved already, it stays as it is. Where its condition still holds once the cool-down is over, another one
     * is raised. Empty when there is no such alert.
     */
    public Optional<Alert> resolve(OrganizationId organization, Cause cause, AlertId id) {
        return transactions.write(
                organization,
                sql -> new AlertTable(sql, organization)
                        .lock(id)
                        .map(alert -> alert.status() == AlertStatus.OPEN ? resolve(sql, cause, alert) : alert));
    }

    private Alert resolve(DSLContext sql, Cause cause, Alert alert) {
        List<AlertDestinationId> destinations = new AlertRuleTable(sql, json, alert.organization())
                .find(alert.ruleId())
                .map(AlertRule::destinations)
                .orElse(List.of());
        Alert resolved = book.end(sql, alert, AlertEnding.PERSON, destinations);
        audit.record(
                sql,
                alert.organization(),
                cause,
                new AuditedAction(
                        "resolveAlert",
                        AlertFields.target(alert.id()),
                        AlertFields.of(alert),
                        AlertFields.of(resolved)));
        return resolved;
    }

    /** The alert; empty when there is none. */
    public Optional<Alert> find(OrganizationId organization, AlertId id) {
        return transactions.read(organization, sql -> new AlertTable(sql, organization).find(id));
    }

    /** Those of the alerts that there are. */
    public Map<AlertId, Alert> find(OrganizationId organization, Set<AlertId> ids) {
        return transactions.read(
                organization,
                sql -> new AlertTable(sql, organization)
                        .find(ids).stream().collect(Collectors.toMap(Alert::id, alert -> alert)));
    }

    /**
     * So many alerts, newest first.
     *
     * @param after the place after which to begin; null: at the newest
     */
    public List<Alert> list(OrganizationId organization, AlertFilter filter, @Nullable TimePosition after, int limit) {
        return transactions.read(organization, sql -> new AlertTable(sql, organization).list(filter, after, limit));
    }

    /** How many alerts fit. */
    public int count(OrganizationId organization, AlertFilter filter) {
        return transactions.read(organization, sql -> new AlertTable(sql, organization).count(filter));
    }
}
