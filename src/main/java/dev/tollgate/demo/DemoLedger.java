package dev.tollgate.demo;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.TenantTransactions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What of the demo is in the ledger already. */
@Component
class DemoLedger {

    private static final String ANY = "SELECT EXISTS (SELECT FROM usage_event WHERE organization_id = ?)";
    private static final String OCCURRED_AT =
            "SELECT min(occurred_at) FROM usage_event WHERE organization_id = ? AND event_id = ?";

    private final TenantTransactions transactions;

    DemoLedger(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    boolean isEmpty(OrganizationId organization) {
        return transactions.read(
                organization, sql -> !sql.fetchSingle(ANY, organization.value()).get(0, Boolean.class));
    }

    /** When the event occurred; empty when it is not there. */
    Optional<Instant> occurredAt(OrganizationId organization, String eventId) {
        return transactions.read(
                organization,
                sql -> Optional.ofNullable(sql.fetchSingle(OCCURRED_AT, organization.value(), eventId)
                                .get(0, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
