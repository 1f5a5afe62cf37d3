package dev.tollgate.audit;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.PartitionedTable;
import dev.tollgate.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Follows the chain of an audit log from its oldest entry to its head. What retention dropped is not missed: the oldest entry left
 * is taken at its word for what it follows, and an empty log is as it was written when its newest entry was older than what is kept.
 */
@Component
public class AuditVerifier {

    private final TenantTransactions transactions;
    private final PartitionedTable entries;
    private final Clock clock;

    AuditVerifier(TenantTransactions transactions, @Qualifier("auditEntries") PartitionedTable entries, Clock clock) {
        this.transactions = transactions;
        this.entries = entries;
        this.clock = clock;
    }

    /** Looks at every entry of an organization. */
    public AuditVerification verify(OrganizationId organization) {
        return transactions.read(organization, sql -> verify(sql, organization));
    }

    private AuditVerification verify(DSLContext sql, OrganizationId organization) {
        AuditHead head = AuditHead.find(sql, organization);
        Walk walk = new Walk(organization);
        try (Stream<AuditTable.Stored> stored = new AuditTable(sql, organization).oldestFirst()) {
            Iterator<AuditTable.Stored> remaining = stored.iterator();
            while (remaining.hasNext() && walk.brokenAt == null) {
                walk.step(remaining.next());
            }
        }
        return walk.entries == 0 && isPast(head) ? new AuditVerification(0, null, null) : walk.end(head);
    }

    /** Whether retention may have dropped the newest entry, and so all. */
    private boolean isPast(AuditHead head) {
        return head.recordedAt().isBefore(entries.keptSince(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    }

    private static final class Walk {

        private final OrganizationId organization;
        private AuditHead reached = AuditHead.START;
        private long entries;
        private @Nullable Long first;
        private @Nullable Long brokenAt;

        private Walk(OrganizationId organization) {
            this.organization = organization;
        }

        private void step(AuditTable.Stored stored) {
            long sequence = stored.entry().sequence();
            if (first == null) {
                first = sequence;
                EntryHash before = sequence == 1 ? EntryHash.NONE : stored.previous();
                reached = new AuditHead(sequence - 1, before, Instant.EPOCH);
            }
            boolean follows = sequence == reached.sequence() + 1
                    && stored.previous().equals(reached.hash())
                    && reached.hash().next(organization, stored.entry()).equals(stored.hash());
            if (!follows) {
                brokenAt = sequence;
            }
            reached = new AuditHead(sequence, stored.hash(), stored.entry().recordedAt());
            entries++;
        }

        private AuditVerification end(AuditHead head) {
            if (brokenAt == null && !reached.isAt(head)) {
                brokenAt = reached.sequence() + 1;
            }
            return new AuditVerification(entries, first, brokenAt);
        }
    }
}
