package dev.tollgate.quota;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.usage.UsageBatch;
import dev.tollgate.usage.UsageBatches;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the log of commits. */
@Component
class CommitLogReader {

    private static final int EVENTS_AT_ONCE = 20_000;

    private final TenantTransactions transactions;
    private final UsageBatches batches;

    CommitLogReader(TenantTransactions transactions, UsageBatches batches) {
        this.transactions = transactions;
        this.batches = batches;
    }

    long newest(OrganizationId organization) {
        return transactions.read(organization, sql -> batches.newest(sql, organization));
    }

    /** The commits after a number, not many at once; the first is another one than the next when the log is trimmed. */
    List<UsageBatch> after(OrganizationId organization, long sequence) {
        return transactions.read(organization, sql -> batches.after(sql, organization, sequence, EVENTS_AT_ONCE));
    }
}
