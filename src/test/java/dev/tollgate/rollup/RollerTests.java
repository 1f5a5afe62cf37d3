package dev.tollgate.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tollgate.core.TimeWindow;
import dev.tollgate.ingest.Drafts;
import dev.tollgate.ingest.IngestSource;
import dev.tollgate.ingest.UsageIntake;
import dev.tollgate.organization.Organization;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import dev.tollgate.usage.AttributionId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TollgateTest
class RollerTests {

    private final Instant now = Instant.now();
    private final TimeWindow lately = new TimeWindow(now.minus(Duration.ofDays(1)), now.plusSeconds(60));
    private final UsageIntake intake;
    private final TenantTransactions transactions;
    private final RollupFreshness freshness;
    private final CellTotals totals;
    private final CellDrift drift;
    private final CellRebuild rebuild;
    private final Organization organization;

    @Autowired
    RollerTests(
            UsageIntake intake,
            TenantTransactions transactions,
            RollupFreshness freshness,
            CellTotals totals,
            CellDrift drift,
            CellRebuild rebuild,
            TestOrganizations organizations) {
        this.intake = intake;
        this.transactions = transactions;
        this.freshness = freshness;
        this.totals = totals;
        this.drift = drift;
        this.rebuild = rebuild;
        this.organization = organizations.create(ZoneId.of("Asia/Kolkata"));
    }

    @Test
    void rollsUpEveryCommitSoonAfterIt() {
        for (int commit = 1; commit <= 3; commit++) {
            record("e" + commit, now);
            awaitRolledUp();
            assertThat(rolled(CellGrain.DAY).requests()).isEqualTo(commit);
        }
        assertThat(drift.differences(organization.id(), lately)).isZero();
    }

    @Test
    void addsALateEventToTheCellsOfItsOwnTime() {
        record("late", now.minus(Duration.ofDays(40)));
        record("new", now);
        awaitRolledUp();

        assertThat(rolled(CellGrain.DAY).requests()).isEqualTo(1);
        assertThat(rolled(CellGrain.MINUTE).requests()).isEqualTo(1);
        assertThat(drift.differences(
                        organization.id(), new TimeWindow(now.minus(Duration.ofDays(41)), now.plusSeconds(1))))
                .isZero();
    }

    @Test
    void seesADriftAndMendsItByRebuilding() {
        record("a", now);
        record("b", now);
        awaitRolledUp();
        transactions.write(
                organization.id(),
                sql -> sql.execute(
                        "UPDATE usage_cell_hour SET cost = cost + 1 WHERE organization_id = ?",
                        organization.id().value()));
        assertThat(drift.differences(organization.id(), lately)).isEqualTo(2);

        rebuild.rebuild(organization.id(), lately);

        assertThat(drift.differences(organization.id(), lately)).isZero();
    }

    @Test
    void seesADriftOfUsersDays() {
        record("a", now);
        awaitRolledUp();
        transactions.write(
                organization.id(),
                sql -> sql.execute(
                        "UPDATE usage_user_cell_day SET requests = requests + 1 WHERE organization_id = ? AND attribution_id = 0",
                        organization.id().value()));

        assertThat(drift.differences(organization.id(), lately)).isEqualTo(1);
    }

    @Test
    void keepsSketchesToWhichARollAddsNothing() {
        record(Drafts.event("a", now).with("latencyMs", 120L).with("user", "u"));
        awaitRolledUp();
        record(Drafts.event("b", now).with("latencyMs", 480L));
        awaitRolledUp();
        record(Drafts.event("c", now).with("user", "u"));
        record(Drafts.event("d", now).with("user", "v"));
        awaitRolledUp();
        record(Drafts.event("e", now).with("user", "v"));
        awaitRolledUp();

        LatencySketch latency = new LatencySketch();
        latency.merge(stored("latency"));
        UserSketch users = new UserSketch();
        users.merge(stored("users"));
        assertThat(latency.percentile(0)).isCloseTo(120, within(2.0));
        assertThat(latency.percentile(100)).isCloseTo(480, within(5.0));
        assertThat(users.estimate()).isEqualTo(2);
    }

    private byte[] stored(String sketch) {
        return transactions.read(
                organization.id(),
                sql -> sql.fetchSingle(
                                "SELECT {0} FROM usage_sketch_day WHERE organization_id = {1} AND attribution_id = 0",
                                DSL.name(sketch), organization.id().value())
                        .get(0, byte[].class));
    }

    private void record(String id, Instant occurredAt) {
        record(Drafts.event(id, occurredAt).with("latencyMs", 120L));
    }

    private void record(Drafts event) {
        intake.record(new IngestSource(organization.id(), null), List.of(event.submitted()));
    }

    private void awaitRolledUp() {
        Awaitility.await()
                .until(() -> transactions.read(
                        organization.id(),
                        sql -> freshness
                                .committedThrough(sql, organization.id(), Instant.MAX)
                                .equals(Instant.MAX)));
    }

    private UsageTotals rolled(CellGrain grain) {
        Map<AttributionId, UsageTotals> rolled =
                transactions.read(organization.id(), sql -> totals.ofCells(sql, organization.id(), grain, lately));
        return Objects.requireNonNull(rolled.get(AttributionId.ALL));
    }
}
