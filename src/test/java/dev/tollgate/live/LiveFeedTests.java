package dev.tollgate.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.analytics.SliceFilter;
import dev.tollgate.analytics.UsageMetrics;
import dev.tollgate.analytics.UsageRow;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.graphql.FeedPlace;
import dev.tollgate.graphql.Span;
import dev.tollgate.graphql.SubscriptionProgress;
import dev.tollgate.ingest.Drafts;
import dev.tollgate.ingest.IngestSource;
import dev.tollgate.ingest.Submitted;
import dev.tollgate.ingest.UsageIntake;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import dev.tollgate.usage.UsageBatches;
import dev.tollgate.usage.UsageDimension;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.Disposable;
import reactor.core.Disposables;

@TollgateTest
class LiveFeedTests {

    private static final SliceFilter SEARCH =
            new SliceFilter(Map.of(UsageDimension.TEAM, Set.of("team-1")), Set.of(), Map.of(), null);

    private final LiveFeed feed;
    private final UsageIntake intake;
    private final UsageBatches batches;
    private final TenantTransactions transactions;
    private final OrganizationId organization;
    private final Disposable.Composite open = Disposables.composite();

    @Autowired
    LiveFeedTests(
            LiveFeed feed,
            UsageIntake intake,
            UsageBatches batches,
            TenantTransactions transactions,
            TestOrganizations organizations) {
        this.feed = feed;
        this.intake = intake;
        this.batches = batches;
        this.transactions = transactions;
        this.organization = organizations.create().id();
    }

    @AfterEach
    void close() {
        open.dispose();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void ticksOfAnyStretchAddUpToWhatWasCommittedInIt(long seed) {
        Watch all = watch(query(SliceFilter.ALL, null));
        Watch filtered = watch(query(SEARCH, UsageDimension.USER));

        recordAll(random(seed));

        Awaitility.await().until(() -> all.requests() == 300);
        Awaitility.await().until(() -> filtered.sequence() == all.sequence() || filtered.isQuietUpTo(all));
        for (Watch watch : List.of(all, filtered)) {
            assertThat(watch.ticks).isNotEmpty();
            watch.isOneChain();
            assertThat(watch.replayed(new Random(seed))).isEqualTo(watch.tokens());
        }
        assertThat(filtered.requests()).isEqualTo(100);
        assertThat(filtered.rowTokens()).isEqualTo(filtered.tokens());
        assertThat(all.cost()).isEqualByComparingTo(ledgerCost());
    }

    @Test
    void tellsWhoComesBackWhatTheyMissed() {
        Watch watch = watch(query(SliceFilter.ALL, UsageDimension.MODEL));
        record(List.of(event("a", 100), event("b", 200)));
        Awaitility.await().until(() -> watch.requests() == 2);
        long left = watch.ticks.getLast().span().through();

        record(List.of(event("c", 300)));
        Awaitility.await().until(() -> watch.requests() == 3);

        List<UsageTick> missed = replay(query(SliceFilter.ALL, UsageDimension.MODEL), left, watch.through());
        assertThat(missed).hasSize(1);
        assertThat(missed.getFirst().kind()).isEqualTo(TickKind.DELTA);
        assertThat(missed.getFirst().metrics().totalTokens()).isEqualTo(310);
        assertThat(missed.getFirst().rows())
                .extracting(UsageRow::metrics)
                .extracting(UsageMetrics::requests)
                .containsExactly(1L);
        assertThat(replay(query(SliceFilter.ALL, null), watch.through(), watch.through()))
                .extracting(UsageTick::kind)
                .containsExactly(TickKind.HEARTBEAT);
    }

    @Test
    void startsAnewWithTheTotalsSinceForWhoComesBackTooLate() {
        record(List.of(event("a", 100)));
        record(List.of(event("b", 200)));
        record(List.of(event("c", 300)));
        awaitRolledUpAndForget();
        long newest = transactions.read(organization, sql -> batches.newest(sql, organization));
        Instant reached = Instant.now().minus(Duration.ofMinutes(10));

        List<UsageTick> ticks = feed.ticks(
                        query(SliceFilter.ALL, UsageDimension.MODEL),
                        SubscriptionProgress.replay(new Span(FeedPlace.end(1), FeedPlace.end(newest))),
                        reached)
                .collectList()
                .block();

        assertThat(ticks).extracting(UsageTick::kind).containsExactly(TickKind.RESET);
        UsageTick reset = Objects.requireNonNull(ticks).getFirst();
        assertThat(reset.metrics().requests()).isEqualTo(3);
        assertThat(reset.rows()).hasSize(1);
        assertThat(reset.sequence()).isEqualTo(newest);
        assertThat(reset.from()).isBeforeOrEqualTo(reached);
    }

    @Test
    void showsSingleCallsOnceEach() {
        List<LiveUsageEvent> shown = new CopyOnWriteArrayList<>();
        EventQuery query = new EventQuery(organization, SEARCH);
        SubscriptionProgress progress = SubscriptionProgress.live();
        open.add(feed.events(query, progress).subscribe(shown::add));

        record(List.of(
                event("a", 1),
                event("b", 2).with("team", "team-1"),
                event("c", 3).with("team", "team-1")));

        Awaitility.await().until(() -> shown.size() == 2);
        assertThat(shown).extracting(one -> one.event().id()).containsExactlyInAnyOrder("b", "c");
        assertThat(shown).extracting(LiveUsageEvent::sampleFactor).containsOnly(1.0);
        long begin = progress.beginning().orElseThrow();
        assertThat(shown.getFirst().span().after()).isEqualTo(begin);
        List<LiveUsageEvent> again = feed.events(
                        query,
                        SubscriptionProgress.replay(new Span(
                                shown.getFirst().span().through(),
                                shown.getLast().span().through())))
                .collectList()
                .block();
        assertThat(again)
                .extracting(LiveUsageEvent::cursor)
                .containsExactly(shown.getLast().cursor());
    }

    @Test
    void samplesWhenCallsComeFasterThanTheyCanBeShown() {
        List<LiveUsageEvent> shown = new CopyOnWriteArrayList<>();
        open.add(feed.events(new EventQuery(organization, SliceFilter.ALL), SubscriptionProgress.live())
                .subscribe(shown::add));

        record(IntStream.range(0, 1_000).mapToObj(i -> event("e" + i, 1)).toList());

        Awaitility.await().until(() -> shown.size() == 100);
        assertThat(shown).extracting(LiveUsageEvent::sampleFactor).containsOnly(10.0);
    }

    private TickQuery query(SliceFilter filter, @Nullable UsageDimension by) {
        return new TickQuery(organization, filter, Duration.ofMillis(200), by);
    }

    private List<UsageTick> replay(TickQuery query, long after, long through) {
        return feed.ticks(query, SubscriptionProgress.replay(new Span(after, through)), Instant.EPOCH)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private Watch watch(TickQuery query) {
        SubscriptionProgress progress = SubscriptionProgress.live();
        Watch watch = new Watch(query, new CopyOnWriteArrayList<>(), progress);
        open.add(feed.ticks(query, progress, Instant.EPOCH).subscribe(watch.ticks::add));
        return watch;
    }

    /** Many commits at once, some with one event and some with several. */
    private static List<List<Drafts>> random(long seed) {
        Random random = new Random(seed);
        List<Drafts> events = IntStream.range(0, 300)
                .mapToObj(i -> event("e" + i, random.nextInt(1_000))
                        .with("team", "team-" + i % 3)
                        .with("user", "u-" + random.nextInt(5)))
                .toList();
        return IntStream.range(0, 60)
                .mapToObj(i -> events.subList(i * 5, i * 5 + 5))
                .toList();
    }

    private void recordAll(List<List<Drafts>> commits) {
        commits.parallelStream().forEach(this::record);
    }

    private void record(List<Drafts> events) {
        List<Submitted> submitted = events.stream().map(Drafts::submitted).toList();
        intake.record(new IngestSource(organization, null), submitted);
    }

    private static Drafts event(String id, long inputTokens) {
        return Drafts.event(id, Instant.now()).with("inputTokens", inputTokens).with("outputTokens", 10L);
    }

    private BigDecimal ledgerCost() {
        return transactions.read(
                organization,
                sql -> sql.fetchSingle(
                                "SELECT coalesce(sum(cost), 0) / 1000000000000.0 FROM usage_event WHERE organization_id = ?",
                                organization.value())
                        .get(0, BigDecimal.class));
    }

    private void awaitRolledUpAndForget() {
        Awaitility.await()
                .until(() -> transactions.read(
                        organization,
                        sql -> sql.fetch(
                                        "SELECT 1 FROM organizations_to_roll_up() AS o WHERE o = ?",
                                        organization.value())
                                .isEmpty()));
        transactions.write(organization, sql -> {
            batches.trim(sql, organization, Long.MAX_VALUE, Instant.now().plusSeconds(60));
            return organization;
        });
    }

    /** Somebody who watches. */
    private final class Watch {

        private final TickQuery query;
        private final List<UsageTick> ticks;
        private final SubscriptionProgress progress;

        private Watch(TickQuery query, List<UsageTick> ticks, SubscriptionProgress progress) {
            this.query = query;
            this.ticks = ticks;
            this.progress = progress;
        }

        private long requests() {
            return ticks.stream().mapToLong(tick -> tick.metrics().requests()).sum();
        }

        private long tokens() {
            return ticks.stream()
                    .mapToLong(tick -> tick.metrics().totalTokens())
                    .sum();
        }

        private long rowTokens() {
            return ticks.stream()
                    .flatMap(tick -> tick.rows().stream())
                    .mapToLong(row -> row.metrics().totalTokens())
                    .sum();
        }

        private BigDecimal cost() {
            return ticks.stream().map(tick -> tick.metrics().cost()).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private long through() {
            return ticks.getLast().span().through();
        }

        private long sequence() {
            return ticks.isEmpty() ? -1 : ticks.getLast().sequence();
        }

        /** A filtered stream may end with commits of no interest to it. */
        private boolean isQuietUpTo(Watch other) {
            return !ticks.isEmpty()
                    && replay(query, through(), other.through()).getFirst().kind() == TickKind.HEARTBEAT;
        }

        private void isOneChain() {
            List<Long> ends = Stream.concat(
                            Stream.of(progress.beginning().orElseThrow()),
                            ticks.stream().map(tick -> tick.span().through()))
                    .toList();
            assertThat(ticks).extracting(tick -> tick.span().after()).isEqualTo(ends.subList(0, ticks.size()));
        }

        /** The tokens of the same stretch, replayed in two parts that meet anywhere. */
        private long replayed(Random random) {
            long begin = FeedPlace.lastWhole(progress.beginning().orElseThrow());
            long middle = begin + random.nextLong(Math.max(1, sequence() - begin));
            return Stream.of(
                            replay(query, FeedPlace.end(begin), FeedPlace.end(middle)),
                            replay(query, FeedPlace.end(middle), through()))
                    .flatMap(List::stream)
                    .mapToLong(tick -> tick.metrics().totalTokens())
                    .sum();
        }
    }
}
