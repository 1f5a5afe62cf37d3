package dev.tollgate.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.ingest.Drafts;
import dev.tollgate.ingest.IngestSource;
import dev.tollgate.ingest.UsageIntake;
import dev.tollgate.organization.Organization;
import dev.tollgate.organization.Organizations;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import dev.tollgate.usage.UsageSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@TollgateTest
@ExtendWith(OutputCaptureExtension.class)
class RollupMetricsTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Instant now = Instant.now();
    private final Organizations organizations;
    private final TenantTransactions transactions;
    private final RollupFreshness freshness;
    private final UsageIntake intake;
    private final Organization organization;
    private final RollupMetrics metrics;

    @Autowired
    RollupMetricsTests(
            Organizations organizations,
            TenantTransactions transactions,
            RollupFreshness freshness,
            DSLContext sql,
            CellDrift drift,
            UsageSettings usage,
            UsageIntake intake,
            TestOrganizations testOrganizations) {
        this.organizations = organizations;
        this.transactions = transactions;
        this.freshness = freshness;
        this.intake = intake;
        this.organization = testOrganizations.create();
        Clock later = Clock.fixed(now.plus(Duration.ofMinutes(10)), ZoneOffset.UTC);
        this.metrics = new RollupMetrics(organizations, transactions, freshness, sql, drift, usage, later, meters);
    }

    @Test
    void driftIsFoundWhicheverOrganizationHasIt(CapturedOutput output) {
        record();
        awaitRolledUp();
        transactions.write(
                organization.id(),
                sql -> sql.execute(
                        "UPDATE usage_cell_day SET errors = errors + 1 WHERE organization_id = ?",
                        organization.id().value()));

        String told = "sums of organization " + organization.id() + " disagree with the ledger";
        for (int run = 0; run < organizations.all().size() && !output.getAll().contains(told); run++) {
            metrics.compare();
        }

        // The cells for all and for the one attribution; other tests may have left more.
        assertThat(gauge("tollgate.rollup.drift")).isGreaterThanOrEqualTo(2);
        assertThat(output).contains(told);
    }

    @Test
    void lagIsTheAgeOfTheOldestBatchThatWaits() {
        transactions.write(organization.id(), sql -> {
            // Nobody rolls up the organization while this transaction holds its lock.
            sql.execute(
                    "INSERT INTO rollup_state (organization_id) VALUES (?)",
                    organization.id().value());
            onAnotherThread(this::record);
            onAnotherThread(metrics::measureLag);
            return organization;
        });
        assertThat(gauge("tollgate.rollup.lag.seconds")).isBetween(480.0, 600.0);
    }

    @Test
    void lagIsNothingWhenNothingWaits() {
        record();
        Awaitility.await().untilAsserted(() -> {
            metrics.measureLag();
            assertThat(gauge("tollgate.rollup.lag.seconds")).isZero();
        });
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    private static void onAnotherThread(Runnable work) {
        try {
            Thread.ofVirtual().start(work).join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void record() {
        intake.record(
                new IngestSource(organization.id(), null),
                List.of(Drafts.event("a", now.minusSeconds(1)).submitted()));
    }

    private void awaitRolledUp() {
        Awaitility.await()
                .until(() -> transactions.read(
                        organization.id(),
                        sql -> freshness
                                .committedThrough(sql, organization.id(), Instant.MAX)
                                .equals(Instant.MAX)));
    }
}
