package dev.tollgate.usage;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.TenantTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads commits from the log, each call in a transaction of its own: what everybody who follows commits agrees with. */
@Component
public class CommitReader {

    private static final int EVENTS_AT_ONCE = 20_000;

    private final TenantTransactions transactions;
    private final UsageBatches batches;

    CommitReader(TenantTransactions transactions, UsageBatches batches) {
        this.transactions = transactions;
        this.batches = batches;
    }

    /** The number of the newest commit; 0 when there is none. */
    public long newest(OrganizationId organization) {
        return transactions.read(organization, sql -> batches.newest(sql, organization));
    }

    /**
     * The commits after a number, in order, not many at once; none when there are none yet. The first is another one than the next when
     * the log is trimmed.
     */
    public List<UsageBatch> after(OrganizationId organization, long sequence) {
        return transactions.read(organization, sql -> batches.after(sql, organization, sequence, EVENTS_AT_ONCE));
    }

    /** The commits after a number, up to and including another; empty when the log does not hold all of them any more. */
    public Optional<List<UsageBatch>> between(OrganizationId organization, long after, long through) {
        return transactions.read(organization, sql -> between(sql, organization, after, through));
    }

    /** What the log still holds up to a number. */
    public List<UsageBatch> remaining(OrganizationId organization, long through) {
        return transactions.read(
                organization,
                sql -> batches.oldest(sql, organization)
                        .filter(oldest -> oldest <= through)
                        .flatMap(oldest -> between(sql, organization, oldest - 1, through))
                        .orElse(List.of()));
    }

    private Optional<List<UsageBatch>> between(DSLContext sql, OrganizationId organization, long after, long through) {
        List<UsageBatch> found = new ArrayList<>();
        long reached = after;
        while (reached < through) {
            List<UsageBatch> next = batches.after(sql, organization, reached, EVENTS_AT_ONCE);
            if (next.isEmpty() || next.getFirst().sequence() != reached + 1) {
                return Optional.empty();
            }
            next.stream().filter(batch -> batch.sequence() <= through).forEach(found::add);
            reached = next.getLast().sequence();
        }
        return Optional.of(found);
    }
}
