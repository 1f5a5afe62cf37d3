package dev.tollgate.alert;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.organization.Organization;
import dev.tollgate.organization.Organizations;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.tenancy.Timestamps;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Forgets alerts that were resolved long ago, with their deliveries, and old tests of destinations. */
@Component
class AlertTrim {

    private static final String ALERTS =
            "DELETE FROM alert WHERE organization_id = ? AND status = 'RESOLVED' AND ended_at < CAST(? AS timestamptz)";
    private static final String TESTS = """
            DELETE FROM alert_delivery
            WHERE organization_id = ? AND alert_id IS NULL AND status <> 'PENDING' AND created_at < CAST(? AS timestamptz)
            """;

    private final TenantTransactions transactions;
    private final Organizations organizations;
    private final AlertSettings settings;
    private final Clock clock;

    AlertTrim(TenantTransactions transactions, Organizations organizations, AlertSettings settings, Clock clock) {
        this.transactions = transactions;
        this.organizations = organizations;
        this.settings = settings;
        this.clock = clock;
    }

    /** Of all organizations. */
    void trim() {
        organizations.all().stream().map(Organization::id).forEach(this::trim);
    }

    /** Returns how many alerts and tests were forgotten. */
    int trim(OrganizationId organization) {
        Instant before = Timestamps.now(clock).minus(settings.retention());
        return transactions.write(organization, sql -> trim(sql, organization, Timestamps.of(before)));
    }

    private static int trim(DSLContext sql, OrganizationId organization, @Nullable OffsetDateTime before) {
        return sql.execute(ALERTS, organization.value(), before) + sql.execute(TESTS, organization.value(), before);
    }
}
