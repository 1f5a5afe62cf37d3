package dev.tollgate.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tollgate.core.Granularity;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.ingest.IngestSource;
import dev.tollgate.ingest.UsageIntake;
import dev.tollgate.organization.Organization;
import dev.tollgate.rollup.CellRebuild;
import dev.tollgate.testing.TestClock;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import dev.tollgate.usage.UsageDimension;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Slices of cells against a naive fold over the same events. */
@TollgateTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsageSlicesTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

    @SuppressWarnings("TimeInStaticInitializer") // the ledger has partitions for the present
    private static final Instant NOW =
            Instant.now().truncatedTo(ChronoUnit.MINUTES).plusSeconds(20);

    private static final Set<Ingredient> EVERYTHING = EnumSet.allOf(Ingredient.class);
    private static final SliceFilter SUPPORT_OR_NOBODY = new SliceFilter(
            Map.of(),
            Set.of(),
            Map.of(),
            new SliceFilter(Map.of(UsageDimension.TEAM, Set.of("search")), Set.of(), Map.of(), null));
    private static final SliceFilter USERS = new SliceFilter(
            Map.of(UsageDimension.USER, Set.of("u-1", "u-2")),
            Set.of(),
            Map.of(),
            new SliceFilter(
                    Map.of(UsageDimension.USER, Set.of("u-1"), UsageDimension.TEAM, Set.of("search")),
                    Set.of(),
                    Map.of(),
                    null));

    private final UsageSlices slices;
    private final UsageIntake intake;
    private final CellRebuild rebuild;
    private final TestClock clock;
    private final Organization organization;
    private final List<TestEvent> events;

    @Autowired
    UsageSlicesTests(
            UsageSlices slices,
            UsageIntake intake,
            CellRebuild rebuild,
            TestClock clock,
            TestOrganizations organizations) {
        this.slices = slices;
        this.intake = intake;
        this.rebuild = rebuild;
        this.clock = clock;
        this.organization = organizations.create(ZONE);
        Random random = new Random(7);
        this.events = IntStream.range(0, 3_000)
                .mapToObj(i -> TestEvent.random(i, NOW.minusSeconds(secondsAgo(random)), random))
                .toList();
    }

    /** A third each in the last hours, days and months. */
    private static long secondsAgo(Random random) {
        Duration span = List.of(Duration.ofHours(5), Duration.ofDays(9), Duration.ofDays(100))
                .get(random.nextInt(3));
        return random.nextLong(span.toSeconds());
    }

    @BeforeAll
    void record() {
        clock.set(NOW);
        intake.record(
                new IngestSource(organization.id(), null),
                events.stream().map(TestEvent::submitted).toList());
        rebuild.rebuild(organization.id(), new TimeWindow(NOW.minus(1, ChronoUnit.MINUTES), NOW));
    }

    @AfterAll
    void letTheClockRun() {
        clock.reset();
    }

    static Stream<RangeAsked> ranges() {
        return Stream.of(
                new RangeAsked.Last(Duration.ofMinutes(7)),
                new RangeAsked.Last(Duration.ofHours(24)),
                new RangeAsked.Last(Duration.ofDays(7)),
                new RangeAsked.Last(Duration.ofDays(30)),
                new RangeAsked.Last(Duration.ofDays(110)),
                new RangeAsked.Calendar(CalendarPeriod.TODAY),
                new RangeAsked.Calendar(CalendarPeriod.LAST_WEEK),
                new RangeAsked.Calendar(CalendarPeriod.THIS_MONTH),
                new RangeAsked.Between(new TimeWindow(NOW.minus(Duration.ofHours(70)), NOW.minus(Duration.ofHours(3)))),
                new RangeAsked.Between(
                        new TimeWindow(NOW.minus(Duration.ofDays(500)), NOW.minus(Duration.ofDays(400)))));
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void answersAsTheEventsDo(RangeAsked range) {
        agrees(read(range, SliceFilter.ALL), _ -> true);
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void answersOfSomeAttributions(RangeAsked range) {
        agrees(read(range, SUPPORT_OR_NOBODY), event -> !event.team().equals("search"));
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void answersOfSomeUsers(RangeAsked range) {
        agrees(
                read(range, USERS),
                event -> event.user().equals("u-2")
                        || (event.user().equals("u-1") && !event.team().equals("search")));
    }

    @Test
    void answersOfNothingAreZeroAndNull() {
        UsageSlice slice = read(
                new RangeAsked.Last(Duration.ofDays(7)),
                new SliceFilter(Map.of(UsageDimension.MODEL, Set.of()), Set.of(), Map.of(), null));

        assertThat(slice.metrics().requests()).isZero();
        assertThat(slice.metrics().errorRate()).isZero();
        assertThat(slice.metrics().latency()).isNull();
        assertThat(slice.metrics().activeUsers()).isZero();
        assertThat(slice.breakdown(by(UsageDimension.MODEL)).rows().nodes()).isEmpty();
    }

    private UsageSlice read(RangeAsked range, SliceFilter filter) {
        Shape users = Shape.USER.and(Shape.ATTRIBUTION);
        Needs needs = Stream.of(Shape.WHOLE, Shape.BUCKET, Shape.ATTRIBUTION, Shape.USER, users)
                .map(shape -> Needs.of(shape, EVERYTHING))
                .reduce(Needs.NONE, Needs::plus);
        return slices.read(
                new SliceAsked(organization, range, filter),
                SliceRequest.of(TrendAsked.INFERRED, needs)
                        .plus(SliceRequest.of(new BaselineAsked(ComparisonBaseline.PREVIOUS_PERIOD, null), needs)));
    }

    private void agrees(UsageSlice slice, Predicate<TestEvent> filter) {
        NaiveFold expected = fold(slice.range(), filter);
        agrees(slice.metrics(), expected);
        UsageComparison comparison = slice.comparison(new BaselineAsked(ComparisonBaseline.PREVIOUS_PERIOD, null));
        agrees(comparison.baselineMetrics(), fold(comparison.baseline(), filter));
        assertThat(tokens(slice, UsageDimension.MODEL)).isEqualTo(expected.tokensBy(TestEvent::model));
        assertThat(tokens(slice, UsageDimension.TEAM)).isEqualTo(expected.tokensBy(TestEvent::team));
        assertThat(tokens(slice, UsageDimension.USER)).isEqualTo(expected.tokensBy(TestEvent::user));
        assertThat(tokens(slice, UsageDimension.USER, UsageDimension.TEAM))
                .isEqualTo(expected.tokensBy(event -> event.user() + "/" + event.team()));
        agrees(slice.trend(TrendAsked.INFERRED, UsageMetric.TOTAL_TOKENS), expected);
    }

    private NaiveFold fold(ResolvedRange range, Predicate<TestEvent> filter) {
        return NaiveFold.of(events, range.from(), range.to(), filter);
    }

    private static void agrees(UsageMetrics actual, NaiveFold expected) {
        assertThat(actual.requests()).isEqualTo(expected.requests());
        assertThat(actual.errors()).isEqualTo(expected.errors());
        assertThat(actual.totalTokens()).isEqualTo(expected.tokens());
        assertThat(actual.activeUsers()).isEqualTo(expected.users());
        assertThat(actual.activeModels()).isEqualTo(expected.models());
        LatencyMetrics latency = actual.latency();
        if (latency == null) {
            assertThat(expected.requests()).isZero();
        } else {
            assertThat(latency.maxMs()).isEqualTo(expected.maxLatency());
            assertThat(latency.percentileMs(100))
                    .isCloseTo(expected.maxLatency(), within(expected.maxLatency() * 0.01));
        }
    }

    private static void agrees(UsageTrend trend, NaiveFold expected) {
        Granularity granularity = trend.granularity();
        Map<Instant, Long> byBucket = expected.tokensBy(event -> granularity.floor(event.occurredAt(), ZONE));
        for (TrendPoint point : trend.points()) {
            assertThat(point.metrics().totalTokens()).isEqualTo(byBucket.getOrDefault(point.at(), 0L));
            byBucket.remove(point.at());
        }
        assertThat(byBucket).isEmpty();
    }

    private static Map<String, Long> tokens(UsageSlice slice, UsageDimension... by) {
        Map<String, Long> tokens = new HashMap<>();
        slice.breakdown(by(by))
                .rows()
                .nodes()
                .forEach(row -> tokens.put(name(row), row.metrics().totalTokens()));
        return tokens;
    }

    private static String name(UsageBreakdownRow row) {
        return String.join(
                "/",
                row.keys().stream()
                        .map(key -> key.value() == null ? "" : key.value())
                        .toList());
    }

    private static BreakdownAsked by(UsageDimension... by) {
        List<Axis> axes = Stream.of(by).<Axis>map(Axis.OfDimension::new).toList();
        return new BreakdownAsked(new Divider(axes), UsageMetric.TOTAL_TOKENS, SortDirection.DESC, 100, null);
    }
}
