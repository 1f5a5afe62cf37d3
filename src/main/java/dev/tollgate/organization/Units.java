package dev.tollgate.organization;

import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.AuditedAction;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.tenancy.Timestamps;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The teams, projects and cost centers that organizations have declared. Events may name others: nothing is refused for it. */
@Component
public class Units {

    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final Clock clock;

    Units(TenantTransactions transactions, AuditTrail audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Creates one.
     *
     * @param key what events call it, 1 to 200 characters, unique in its kind; it stays
     * @param name 1 to 100 characters; null: the key
     * @param action the mutation's name, for the audit trail
     * @throws ProblemException BAD_USER_INPUT with the field, CONFLICT when there is one by this key
     */
    public Unit create(
            OrganizationId organization, Cause cause, String action, UnitKind kind, String key, @Nullable String name) {
        String checkedKey = UnitText.required("key", key, 200);
        String checkedName = name == null ? checkedKey : UnitText.required("name", name, 200);
        Unit unit = new Unit(UUID.randomUUID(), kind, checkedKey, checkedName, Timestamps.now(clock));
        return transactions.write(organization, sql -> {
            if (!new UnitTable(sql, organization).insert(unit)) {
                throw new ProblemException(ErrorCode.CONFLICT, "There is one by this key already.", "key", null);
            }
            audit.record(sql, organization, cause, AuditedAction.created(action, target(unit), fields(unit)));
            return unit;
        });
    }

    /** Gives one another name; NOT_FOUND when there is none of this kind. */
    public Unit rename(OrganizationId organization, Cause cause, String action, UnitKind kind, UUID id, String name) {
        String checked = UnitText.required("name", name, 200);
        return transactions.write(organization, sql -> {
            Unit before = lock(sql, organization, kind, id);
            Unit after = new Unit(id, kind, before.key(), checked, before.createdAt());
            new UnitTable(sql, organization).rename(id, checked);
            audit.record(
                    sql, organization, cause, new AuditedAction(action, target(before), fields(before), fields(after)));
            return after;
        });
    }

    /** Forgets one; usage that names it stays. NOT_FOUND when there is none of this kind. */
    public Unit delete(OrganizationId organization, Cause cause, String action, UnitKind kind, UUID id) {
        return transactions.write(organization, sql -> {
            Unit before = lock(sql, organization, kind, id);
            new UnitTable(sql, organization).delete(id);
            audit.record(sql, organization, cause, AuditedAction.removed(action, target(before), fields(before)));
            return before;
        });
    }

    /** So many of a kind, by their keys, after one; null: from the first. */
    public List<Unit> list(OrganizationId organization, UnitKind kind, @Nullable String after, int limit) {
        return transactions.read(organization, sql -> new UnitTable(sql, organization).inOrder(kind, after, limit));
    }

    /** How many of a kind there are. */
    public int count(OrganizationId organization, UnitKind kind) {
        return transactions.read(organization, sql -> new UnitTable(sql, organization).count(kind));
    }

    private static Unit lock(DSLContext sql, OrganizationId organization, UnitKind kind, UUID id) {
        return new UnitTable(sql, organization)
                .lock(kind, id)
                .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND, "There is no such thing."));
    }

    private static AuditedAction.Target target(Unit unit) {
        String type = switch (unit.kind()) {
            case TEAM -> "Team";
            case PROJECT -> "Project";
            case COST_CENTER -> "CostCenter";
        };
        return new AuditedAction.Target(type, unit.id().toString());
    }

    private static Map<String, ?> fields(Unit unit) {
        return Map.of("key", unit.key(), "name", unit.name());
    }
}
