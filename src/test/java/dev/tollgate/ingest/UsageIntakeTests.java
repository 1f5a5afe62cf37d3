package dev.tollgate.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.rollup.CellDrift;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TollgateTest
class UsageIntakeTests {

    private final Instant now = Instant.now();

    @Autowired
    private UsageIntake intake;

    @Autowired
    private TenantTransactions transactions;

    @Autowired
    private CellDrift drift;

    private OrganizationId organization = new OrganizationId(new java.util.UUID(0, 0));
    private IngestSource source = new IngestSource(organization, null);

    @BeforeEach
    void createOrganization(@Autowired TestOrganizations organizations) {
        organization = organizations.create().id();
        source = new IngestSource(organization, null);
    }

    @Test
    void answersOnceEventsAreInTheLedgerWithTheirCost() {
        IngestReceipt receipt =
                intake.record(source, List.of(event("a").submitted(), event("b").submitted()));

        assertThat(receipt).isEqualTo(new IngestReceipt(2, 0, List.of()));
        assertThat(row("a").get("cost", BigDecimal.class)).isPositive();
        assertThat(row("a").get("cost_provenance", Integer.class)).isEqualTo(1);
        assertThat(row("a").get("uncached_input_tokens", Long.class)).isEqualTo(100);
    }

    @Test
    void countsAResentEventOnce() {
        Submitted event = event("a").submitted();
        intake.record(source, List.of(event));

        assertThat(intake.record(source, List.of(event, event, event("b").submitted())))
                .isEqualTo(new IngestReceipt(1, 2, List.of()));
    }

    @Test
    void takesTheSameIdAtAnotherTimeAsAnotherEvent() {
        Submitted earlier = event("a").with("occurredAt", now.minusSeconds(60)).submitted();

        assertThat(intake.record(source, List.of(event("a").submitted(), earlier))
                        .accepted())
                .isEqualTo(2);
    }

    @Test
    void rejectsABadEventAlone() {
        IngestReceipt receipt = intake.record(
                source,
                List.of(
                        event("a").submitted(),
                        event("b").with("inputTokens", -1L).submitted(),
                        new Submitted.Malformed(null, "no JSON"),
                        event("c").submitted()));

        assertThat(receipt.accepted()).isEqualTo(2);
        assertThat(receipt.rejected())
                .containsExactly(
                        new IngestReceipt.Rejection(1, "inputTokens", "inputTokens must be from 0 to 1000000000000."),
                        new IngestReceipt.Rejection(2, null, "no JSON"));
    }

    @Test
    void keepsWhatTheSenderReportsAsTheCost() {
        intake.record(
                source,
                List.of(event("a")
                        .with("cost", new BigDecimal("0.000000000001"))
                        .submitted()));

        assertThat(row("a").get("cost", Long.class)).isEqualTo(1);
        assertThat(row("a").get("cost_provenance", Integer.class)).isZero();
    }

    @Test
    void storesQuantitiesWithoutTheUnknownOnes() {
        intake.record(
                source,
                List.of(event("a").with("quantities", Map.of("images", 2)).submitted()));

        assertThat(row("a").get("quantities", String.class)).isEqualTo("{\"images\": 2}");
    }

    @Test
    void learnsManyNewAttributionsAtOnce() {
        List<Submitted> events = IntStream.range(0, 3_000)
                .mapToObj(i -> event("e" + i).with("feature", "f" + i % 1_500).submitted())
                .toList();
        assertThat(intake.record(source, events).accepted()).isEqualTo(3_000);
        Record counts = transactions.read(
                organization,
                sql -> sql.fetchSingle(
                        "SELECT count(*) AS rows, count(DISTINCT feature) AS features FROM attribution WHERE organization_id = ?",
                        organization.value()));
        assertThat(counts.get("rows", Integer.class)).isEqualTo(1_500);
        assertThat(counts.get("features", Integer.class)).isEqualTo(1_500);
    }

    @Test
    void partsARequestThatIsLargerThanACommit() {
        List<Submitted> events = IntStream.range(0, 12_000)
                .mapToObj(i -> event("e" + i).submitted())
                .toList();

        assertThat(intake.record(source, events).accepted()).isEqualTo(12_000);
        assertThat(intake.record(source, events).duplicates()).isEqualTo(12_000);
        assertThat(drift.differences(organization, new TimeWindow(now.minus(Duration.ofDays(2)), now)))
                .isZero();
    }

    private Drafts event(String id) {
        return Drafts.event(id, now);
    }

    private Record row(String id) {
        return transactions.read(
                organization,
                sql -> sql.fetchSingle(
                        "SELECT * FROM usage_event WHERE organization_id = ? AND event_id = ?",
                        organization.value(),
                        id));
    }
}
