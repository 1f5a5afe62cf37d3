package dev.tollgate.audit;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.tenancy.Timestamps;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/** The audit log of every organization: appended to, read, and never changed. */
@Component
public class AuditTrail {

    private static final Logger log = LoggerFactory.getLogger(AuditTrail.class);

    private final TenantTransactions transactions;
    private final JsonMapper json;
    private final Clock clock;
    private final RefusalLimit limit = new RefusalLimit();

    AuditTrail(TenantTransactions transactions, JsonMapper json, Clock clock) {
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Adds what was done, in the caller's bound transaction: it is recorded if and only if it is done. Others who change the
     * organization's settings wait from here to the end of the transaction, so that it comes last.
     */
    public void record(DSLContext bound, OrganizationId organization, Cause cause, AuditedAction action) {
        append(bound, organization, cause, action, AuditOutcome.DONE);
    }

    /** Adds what was tried and not allowed, in a transaction of its own. */
    public void refused(OrganizationId organization, Cause cause, AuditedAction action) {
        transactions.write(organization, sql -> append(sql, organization, cause, action, AuditOutcome.REFUSED));
    }

    /**
     * As {@link #refused}, for what somebody may try over and over: told of once a minute for the same actor, action and target, and of
     * at most 30 targets a minute for the same actor and action. Where it cannot be told now, the refusal stands all the same and the
     * server's log says so.
     */
    public void refusedAgain(OrganizationId organization, Cause cause, AuditedAction action) {
        if (!limit.allows(organization, cause.actor(), action)) {
            return;
        }
        try {
            refused(organization, cause, action);
        } catch (DataAccessException | TransactionException e) {
            log.warn("A refusal of {} is not in the audit log: {}", action.name(), e.toString());
        }
    }

    /**
     * So many entries, newest first.
     *
     * @param before the sequence number before which to begin; null: at the newest
     */
    public List<AuditEntry> list(OrganizationId organization, AuditFilter filter, @Nullable Long before, int limit) {
        return transactions.read(
                organization, sql -> new AuditTable(sql, organization).newestFirst(filter, before, limit));
    }

    /** How many entries fit. */
    public int count(OrganizationId organization, AuditFilter filter) {
        return transactions.read(organization, sql -> new AuditTable(sql, organization).count(filter));
    }

    private AuditEntry append(
            DSLContext bound, OrganizationId organization, Cause cause, AuditedAction action, AuditOutcome outcome) {
        AuditHead head = AuditHead.lock(bound, organization);
        AuditEntry entry = new AuditEntry(
                head.sequence() + 1,
                head.next(Timestamps.now(clock)),
                cause.actor(),
                action.name(),
                outcome,
                action.target(),
                text(action.before()),
                text(action.after()),
                cause.reason(),
                cause.address());
        EntryHash hash = head.hash().next(organization, entry);
        new AuditTable(bound, organization).insert(new AuditTable.Stored(entry, head.hash(), hash));
        new AuditHead(entry.sequence(), hash, entry.recordedAt()).store(bound, organization);
        return entry;
    }

    private @Nullable String text(@Nullable Map<String, ?> fields) {
        return fields == null ? null : json.writeValueAsString(fields);
    }
}
