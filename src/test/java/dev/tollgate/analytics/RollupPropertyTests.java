package dev.tollgate.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.tollgate.core.Granularity;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.ingest.IngestReceipt;
import dev.tollgate.ingest.IngestSource;
import dev.tollgate.ingest.Submitted;
import dev.tollgate.ingest.UsageIntake;
import dev.tollgate.organization.Organization;
import dev.tollgate.rollup.CellDrift;
import dev.tollgate.rollup.RollupFreshness;
import dev.tollgate.tenancy.PartitionKeeper;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.testing.TestClock;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Late, repeated and unordered events in zones that shift, sent at once from several threads and rolled up as they come, against
 * a naive fold.
 */
@TollgateTest
class RollupPropertyTests {

    private static final int SLICES = 12;
    private static final Needs EVERYTHING = Needs.of(Shape.WHOLE, EnumSet.allOf(Ingredient.class))
            .plus(Needs.of(Shape.BUCKET, List.of(Ingredient.values())));

    private final UsageSlices slices;
    private final UsageIntake intake;
    private final TenantTransactions transactions;
    private final RollupFreshness freshness;
    private final CellDrift drift;
    private final PartitionKeeper partitions;
    private final TestClock clock;
    private final TestOrganizations organizations;

    @Autowired
    RollupPropertyTests(
            UsageSlices slices,
            UsageIntake intake,
            TenantTransactions transactions,
            RollupFreshness freshness,
            CellDrift drift,
            PartitionKeeper partitions,
            TestClock clock,
            TestOrganizations organizations) {
        this.slices = slices;
        this.intake = intake;
        this.transactions = transactions;
        this.freshness = freshness;
        this.drift = drift;
        this.partitions = partitions;
        this.clock = clock;
        this.organizations = organizations;
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void cellsSayWhatTheEventsSay(long seed) {
        RandomUsage usage = new RandomUsage(seed, Instant.now());
        clock.set(usage.now());
        partitions.keep();
        Organization organization = organizations.create(usage.zone());

        record(organization.id(), usage);
        awaitRolledUp(organization.id());

        agrees(organization, usage, Duration.ofHours(4), Granularity.MINUTE);
        agrees(organization, usage, Duration.ofHours(47), Granularity.HOUR);
        agrees(organization, usage, Duration.ofDays(20), Granularity.DAY);
        agrees(organization, usage, Duration.ofDays(101), Granularity.WEEK);
        usage.slices().limit(SLICES).forEach(asked -> agrees(organization, usage, asked));
        for (int days : List.of(1, 101)) {
            TimeWindow window = new TimeWindow(usage.now().minus(Duration.ofDays(days)), usage.now());
            assertThat(drift.differences(organization.id(), window)).isZero();
        }
    }

    private void record(OrganizationId organization, RandomUsage usage) {
        List<List<Submitted>> sent = usage.sent();
        List<IngestReceipt> receipts = sent.parallelStream()
                .map(events -> intake.record(new IngestSource(organization, null), events))
                .toList();
        int all = sent.stream().mapToInt(List::size).sum();
        int distinct = usage.events().size();
        assertThat(receipts.stream().mapToInt(IngestReceipt::accepted).sum()).isEqualTo(distinct);
        assertThat(receipts.stream().mapToInt(IngestReceipt::duplicates).sum()).isEqualTo(all - distinct);
    }

    private void awaitRolledUp(OrganizationId organization) {
        Awaitility.await()
                .until(() -> transactions.read(
                        organization,
                        sql -> freshness
                                .committedThrough(sql, organization, Instant.MAX)
                                .equals(Instant.MAX)));
    }

    private void agrees(Organization organization, RandomUsage usage, Duration last, Granularity granularity) {
        TrendAsked trend = new TrendAsked(granularity, null);
        UsageSlice slice = slices.read(
                new SliceAsked(organization, new RangeAsked.Last(last), SliceFilter.ALL),
                SliceRequest.of(trend, EVERYTHING));
        NaiveFold expected =
                NaiveFold.of(usage.events(), slice.range().from(), slice.range().to(), _ -> true);

        assertThat(expected.requests()).isPositive();
        agrees(slice.metrics(), expected);
        agrees(Objects.requireNonNull(slice.metrics().latency()), expected);
        Map<Instant, Long> buckets = expected.tokensBy(event -> granularity.floor(event.occurredAt(), usage.zone()));
        for (TrendPoint point : slice.trend(trend, UsageMetric.TOTAL_TOKENS).points()) {
            Long tokens = buckets.remove(point.at());
            assertThat(point.metrics().totalTokens()).isEqualTo(tokens == null ? 0 : tokens);
        }
        assertThat(buckets).isEmpty();
    }

    private void agrees(Organization organization, RandomUsage usage, RandomSlice asked) {
        Divider divider =
                new Divider(asked.by().stream().<Axis>map(Axis.OfDimension::new).toList());
        UsageSlice slice = slices.read(
                new SliceAsked(organization, asked.range(), asked.filter()),
                SliceRequest.of(EVERYTHING.plus(Needs.of(divider.shape(), EnumSet.allOf(Ingredient.class)))));
        NaiveFold expected =
                NaiveFold.of(usage.events(), slice.range().from(), slice.range().to(), asked.matches());

        agrees(slice.metrics(), expected);
        LatencyMetrics latency = slice.metrics().latency();
        if (latency != null) {
            agrees(latency, expected);
        }
        Map<List<String>, NaiveFold> parts = expected.by(asked.key());
        BreakdownAsked page = new BreakdownAsked(divider, UsageMetric.COST, SortDirection.DESC, 5_000, null);
        for (UsageBreakdownRow row : slice.breakdown(page).rows().nodes()) {
            NaiveFold part = parts.remove(values(row));
            assertThat(part).as("%s of %s", values(row), asked).isNotNull();
            agrees(row.metrics(), Objects.requireNonNull(part));
        }
        assertThat(parts).as("rows of %s", asked).isEmpty();
    }

    private static List<String> values(UsageBreakdownRow row) {
        return row.keys().stream()
                .map(key -> Objects.requireNonNullElse(key.value(), ""))
                .toList();
    }

    private static void agrees(UsageMetrics actual, NaiveFold expected) {
        assertThat(actual.requests()).isEqualTo(expected.requests());
        assertThat(actual.errors()).isEqualTo(expected.errors());
        assertThat(actual.totalTokens()).isEqualTo(expected.tokens());
        assertThat(actual.cost()).isEqualByComparingTo(expected.cost(RandomUsage::cost));
        assertThat(actual.unpricedRequests()).isZero();
        assertThat(actual.activeModels()).isEqualTo(expected.models());
        assertThat((double) actual.activeUsers()).isCloseTo((double) expected.users(), withinPercentage(3));
    }

    private static void agrees(LatencyMetrics actual, NaiveFold expected) {
        assertThat(actual.maxMs()).isEqualTo(expected.maxLatency());
        for (int percentile : List.of(1, 50, 95, 99, 100)) {
            assertThat(actual.percentileMs(percentile))
                    .as("percentile %d", percentile)
                    .isCloseTo((double) expected.latency(percentile), withinPercentage(1.0001));
        }
    }
}
