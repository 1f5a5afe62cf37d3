package dev.tollgate.quota;

import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.AuditedAction;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.live.ControlSignal.QuotaStatus;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.tenancy.Timestamps;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The quotas of all organizations. A change takes effect on this node at once and on all others within a second. */
@Component
public class Quotas {

    private static final int MOST = 100_000;

    private final TenantTransactions transactions;
    private final QuotaEffects effects;
    private final AuditTrail audit;
    private final Clock clock;

    Quotas(TenantTransactions transactions, QuotaEffects effects, AuditTrail audit, Clock clock) {
        this.transactions = transactions;
        this.effects = effects;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a quota. What was used in its running period counts.
     *
     * @throws ProblemException BAD_USER_INPUT with the field at fault
     */
    public Quota create(OrganizationId organization, Cause cause, QuotaDraft draft) {
        Quota quota = QuotaCheck.checked(new Quota(
                organization,
                new QuotaId(UUID.randomUUID()),
                draft.name(),
                draft.scope(),
                draft.limits(),
                draft.rule(),
                draft.mode(),
                draft.warningPercent(),
                draft.criticalPercent(),
                draft.failOpen(),
                draft.rate(),
                null,
                1,
                Timestamps.now(clock)));
        transactions.write(organization, sql -> {
            QuotaTable table = new QuotaTable(sql, organization);
            table.nextRevision();
            if (table.count(DSL.noCondition()) >= MOST) {
                throw ProblemException.of(ErrorCode.CONFLICT, "An organization has at most 100,000 quotas.");
            }
            table.insert(quota);
            audit.record(
                    sql,
                    organization,
                    cause,
                    AuditedAction.created("createQuota", QuotaFields.target(quota.id()), QuotaFields.of(quota)));
            return quota;
        });
        effects.of(organization, quota.id());
        return quota;
    }

    /**
     * Changes a quota; what was used stays. Empty when there is none.
     *
     * @throws ProblemException BAD_USER_INPUT with the field at fault, CONFLICT when it has another version
     */
    public Optional<Quota> update(OrganizationId organization, Cause cause, QuotaId id, QuotaChange change) {
        return change(
                organization,
                cause,
                "updateQuota",
                id,
                change.expectedVersion(),
                quota -> QuotaCheck.checked(change.appliedTo(quota)));
    }

    /**
     * Puts limits in place of the quota's own for a while, or takes such limits away. Empty when there is no such quota.
     *
     * @param override null: the quota's own limits hold again
     * @throws ProblemException BAD_USER_INPUT with the field at fault
     */
    public Optional<Quota> override(
            OrganizationId organization, Cause cause, QuotaId id, @Nullable QuotaOverride override) {
        if (override != null) {
            QuotaCheck.checkOverride(override, clock.instant());
        }
        return change(organization, cause, "overrideQuota", id, null, quota -> quota.overridden(override));
    }

    /** Takes a quota away, and returns what it was; empty when there is none. */
    public Optional<Quota> delete(OrganizationId organization, Cause cause, QuotaId id) {
        Optional<Quota> deleted = transactions.write(organization, sql -> {
            QuotaTable table = new QuotaTable(sql, organization);
            if (!nextRevision(table, id)) {
                return Optional.<Quota>empty();
            }
            Optional<Quota> found = table.find(id);
            found.ifPresent(quota -> {
                table.delete(id);
                audit.record(
                        sql,
                        organization,
                        cause,
                        AuditedAction.removed("deleteQuota", QuotaFields.target(id), QuotaFields.of(quota)));
            });
            return found;
        });
        deleted.ifPresent(_ -> effects.of(organization, id));
        return deleted;
    }

    /** The quota; empty when there is none. */
    public Optional<Quota> find(OrganizationId organization, QuotaId id) {
        return transactions.read(organization, sql -> new QuotaTable(sql, organization).find(id));
    }

    /**
     * So many of the quotas that fit, by name.
     *
     * @param after the place after which to begin; null: at the first
     */
    public List<Quota> list(OrganizationId organization, QuotaFilter filter, @Nullable QuotaPosition after, int limit) {
        Condition which = new QuotaConditions(organization, clock.instant()).of(filter);
        return transactions.read(organization, sql -> new QuotaTable(sql, organization).list(which, after, limit));
    }

    /**
     * The quotas whose status was last told to be at least so severe, in a period that is not over; so many at most.
     *
     * @param least anything but OK
     */
    public List<Quota> crossed(OrganizationId organization, QuotaStatus least, int limit) {
        Instant now = clock.instant();
        return transactions.read(
                organization,
                sql -> new QuotaTable(sql, organization)
                        .find(new QuotaStatusTable(sql, organization).crossed(least, now, limit)));
    }

    /** How many quotas fit. */
    public int count(OrganizationId organization, QuotaFilter filter) {
        Condition which = new QuotaConditions(organization, clock.instant()).of(filter);
        return transactions.read(organization, sql -> new QuotaTable(sql, organization).count(which));
    }

    private Optional<Quota> change(
            OrganizationId organization,
            Cause cause,
            String action,
            QuotaId id,
            @Nullable Integer expectedVersion,
            UnaryOperator<Quota> change) {
        Optional<Quota> changed = transactions.write(organization, sql -> {
            QuotaTable table = new QuotaTable(sql, organization);
            if (!nextRevision(table, id)) {
                return Optional.<Quota>empty();
            }
            Optional<Quota> before = table.find(id);
            Optional<Quota> after =
                    before.map(quota -> checkVersion(quota, expectedVersion)).map(change);
            after.ifPresent(quota -> {
                table.update(quota);
                audit.record(
                        sql,
                        organization,
                        cause,
                        new AuditedAction(
                                action,
                                QuotaFields.target(id),
                                QuotaFields.of(before.orElseThrow()),
                                QuotaFields.of(quota)));
            });
            return after;
        });
        changed.ifPresent(_ -> effects.of(organization, id));
        return changed;
    }

    /** Counts a change of a quota; of one that is not there none is counted, since each makes every node read all quotas again. */
    private static boolean nextRevision(QuotaTable table, QuotaId id) {
        boolean exists = table.find(id).isPresent();
        if (exists) {
            table.nextRevision();
        }
        return exists;
    }

    private static Quota checkVersion(Quota quota, @Nullable Integer expected) {
        if (expected != null && expected != quota.version()) {
            throw ProblemException.of(
                    ErrorCode.CONFLICT, "Somebody else changed this quota meanwhile. Look at it and try again.");
        }
        return quota;
    }
}
