package dev.tollgate.audit;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.TenantTransactions;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Follows the chain of an audit log from its oldest entry to its head. What retention dropped is not missed: the oldest entry left
 * is taken at its word for what it follows.
 */
@Component
public class AuditVerifier {

    private final TenantTransactions transactions;

    AuditVerifier(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    /** Looks at every entry of an organization. */
    public AuditVerification verify(OrganizationId organization) {
        return transactions.read(organization, sql -> verify(sql, organization));
    }

    private static AuditVerification verify(DSLContext sql, OrganizationId organization) {
        AuditHead head = AuditHead.find(sql, organization);
        Walk walk = new Walk(organization);
        try (Stream<AuditTable.Stored> entries = new AuditTable(sql, organization).oldestFirst()) {
            Iterator<AuditTable.Stored> remaining = entries.iterator();
            while (remaining.hasNext() && walk.brokenAt == null) {
                walk.step(remaining.next());
            }
        }
        return walk.end(head);
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
                reached = new AuditHead(sequence - 1, sequence == 1 ? EntryHash.NONE : stored.previous());
            }
            boolean follows = sequence == reached.sequence() + 1
                    && stored.previous().equals(reached.hash())
                    && reached.hash().next(organization, stored.entry()).equals(stored.hash());
            if (!follows) {
                brokenAt = sequence;
            }
            reached = new AuditHead(sequence, stored.hash());
            entries++;
        }

        private AuditVerification end(AuditHead head) {
            if (brokenAt == null && !reached.equals(head)) {
                brokenAt = reached.sequence() + 1;
            }
            return new AuditVerification(entries, first, brokenAt);
        }
    }
}
