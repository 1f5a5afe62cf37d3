package dev.tollgate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.ingest.IngestSource;
import dev.tollgate.ingest.UsageIntake;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TollgateTest
class DemoUsageTests {

    private static final int CALLS = 12_000;
    private static final String COUNT = "SELECT count(*) FROM usage_event WHERE organization_id = ?";
    private static final String UNPRICED = COUNT + " AND cost IS NULL AND status = 0";
    private static final String ATTRIBUTIONS = "SELECT count(*) FROM attribution WHERE organization_id = ?";

    private final UsageIntake intake;
    private final TenantTransactions transactions;
    private final Clock clock;
    private final DemoUsage demo;
    private final TestOrganizations organizations;
    private OrganizationId organization;

    @Autowired
    DemoUsageTests(
            UsageIntake intake,
            DemoLedger ledger,
            TenantTransactions transactions,
            Clock clock,
            TestOrganizations organizations) {
        this.intake = intake;
        this.transactions = transactions;
        this.clock = clock;
        this.demo = new DemoUsage(intake, ledger, new DemoSettings(CALLS), clock);
        this.organizations = organizations;
        this.organization = organizations.create().id();
    }

    @BeforeEach
    void createOrganization() {
        organization = organizations.create().id();
    }

    @Test
    void everyCallIsTaken() {
        demo.load(organization);

        assertThat(count(COUNT)).isEqualTo(CALLS);
    }

    @Test
    void aFewCallsHaveNoPrice() {
        demo.load(organization);

        assertThat(count(UNPRICED)).isBetween(CALLS / 1000L, CALLS / 50L);
    }

    @Test
    void combinationsAreFew() {
        demo.load(organization);

        assertThat(count(ATTRIBUTIONS)).isBetween(100L, 400L);
    }

    @Test
    void loadedAgainItStaysAsItIs() {
        demo.load(organization);
        demo.load(organization);

        assertThat(count(COUNT)).isEqualTo(CALLS);
    }

    @Test
    void anInterruptedLoadGoesOnWithoutDoubles() {
        Instant begunAt = clock.instant().truncatedTo(ChronoUnit.SECONDS).minusSeconds(3600);
        DemoCalls calls = new DemoCalls(Trace.load(), begunAt, CALLS);
        intake.record(
                new IngestSource(organization, null),
                calls.between(0, 5_000).map(DemoDrafts::of).toList());

        demo.load(organization);

        assertThat(count(COUNT)).isEqualTo(CALLS);
    }

    @Test
    void usageOfAnotherKindIsLeftAlone() {
        DemoCall other = new DemoCalls(Trace.load(), clock.instant(), CALLS).call(500);
        intake.record(new IngestSource(organization, null), List.of(DemoDrafts.of(other)));

        demo.load(organization);

        assertThat(count(COUNT)).isOne();
    }

    private long count(String query) {
        return transactions.read(
                organization,
                sql -> sql.fetchSingle(query, organization.value()).get(0, Long.class));
    }
}
