package dev.tollgate.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tollgate.core.TimeWindow;
import dev.tollgate.ingest.Drafts;
import dev.tollgate.ingest.IngestSource;
import dev.tollgate.ingest.UsageIntake;
import dev.tollgate.organization.Organization;
import dev.tollgate.rollup.CellRebuild;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import dev.tollgate.usage.UsageDimension;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a dashboard is built from, on a few calls whose numbers can be added up by hand. */
@TollgateTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardTests {

    private static final RangeAsked TODAY = new RangeAsked.Last(Duration.ofHours(6));
    private static final BaselineAsked BEFORE = new BaselineAsked(ComparisonBaseline.PREVIOUS_PERIOD, null);
    private static final Set<Ingredient> EVERYTHING = EnumSet.allOf(Ingredient.class);

    private final Instant now = Instant.now();
    private final UsageSlices slices;
    private final UsageIntake intake;
    private final CellRebuild rebuild;
    private final Organization organization;

    @Autowired
    DashboardTests(UsageSlices slices, UsageIntake intake, CellRebuild rebuild, TestOrganizations organizations) {
        this.slices = slices;
        this.intake = intake;
        this.rebuild = rebuild;
        this.organization = organizations.create();
    }

    /** Six hours and the six before: calls of five models, named after what becomes of them. */
    @BeforeAll
    void record() {
        List<Drafts> calls = new ArrayList<>();
        add(calls, 1, "grown", 1, 8);
        add(calls, 2, "shrunk", 9, 3);
        add(calls, 3, "new", 0, 2);
        add(calls, 4, "gone", 4, 0);
        add(calls, 5, "steady", 5, 5);
        intake.record(
                new IngestSource(organization.id(), null),
                calls.stream().map(Drafts::submitted).toList());
        rebuild.rebuild(organization.id(), new TimeWindow(now.minus(Duration.ofDays(2)), now));
    }

    private void add(List<Drafts> calls, int model, String name, int before, int current) {
        IntStream.range(0, before)
                .forEach(i ->
                        calls.add(call(name, i, now.minus(Duration.ofHours(7)).minusSeconds(60L * i + model))));
        IntStream.range(0, current)
                .forEach(i -> calls.add(
                        call(name, 100 + i, now.minus(Duration.ofHours(1)).minusSeconds(60L * i + model))));
    }

    /** A hundred tokens and a cent a call; every other one of team "odd" and failed. */
    private static Drafts call(String model, int number, Instant occurredAt) {
        boolean odd = number % 2 == 1;
        return Drafts.event(model + "-" + number, occurredAt)
                .with("model", model)
                .with("inputTokens", 90L)
                .with("outputTokens", 10L)
                .with("cost", new BigDecimal("0.01"))
                .with("team", odd ? "odd" : null)
                .with("user", "u" + number % 3)
                .with("status", odd ? "ERROR" : "SUCCESS")
                .with("latencyMs", 100L + number)
                .with("tags", Map.of("number", Integer.toString(number % 2)));
    }

    @ParameterizedTest
    @CsvSource({
        "ROWS, 10, grown steady shrunk new gone",
        "ROWS, 2, grown steady",
        "NEW, 10, new",
        "GONE, 10, gone",
        "GROWING, 10, grown new",
        "GROWING, 1, grown",
        "DECLINING, 10, shrunk gone",
    })
    void tellsWhatCameWentGrewAndShrank(ComparisonSelection selection, int first, String models) {
        List<ComparisonRow> rows =
                comparison().rows(selection, by(UsageDimension.MODEL), UsageMetric.TOTAL_TOKENS, first);

        assertThat(rows).extracting(row -> row.keys().getFirst().value()).containsExactly(models.split(" "));
    }

    @Test
    void tellsByHowMuchARowChanged() {
        MetricChange grown = change("grown");
        MetricChange fresh = change("new");
        MetricChange gone = change("gone");

        assertThat(grown.absolute()).isEqualByComparingTo("700");
        assertThat(grown.percent()).isEqualTo(700.0);
        assertThat(fresh.percent()).isNull();
        assertThat(fresh.current()).isEqualByComparingTo("200");
        assertThat(gone.percent()).isEqualTo(-100.0);
        assertThat(change("steady").direction()).isEqualTo(Direction.UNCHANGED);
    }

    @Test
    void knowsWhichChangesAreForTheBetter() {
        UsageComparison comparison = comparison();

        assertThat(comparison.changes()).hasSameSizeAs(UsageMetric.values());
        assertThat(comparison.change(UsageMetric.COST).absolute()).isEqualByComparingTo("-0.01");
        assertThat(comparison.change(UsageMetric.COST).improvement()).isTrue();
        assertThat(comparison.change(UsageMetric.REQUESTS).improvement()).isFalse();
        assertThat(comparison.change(UsageMetric.TOTAL_TOKENS).improvement()).isNull();
        assertThat(comparison.change(UsageMetric.UNPRICED_REQUESTS).percent()).isNull();
    }

    @Test
    void dividesTheWholeAndSumsUpTheRest() {
        UsageBreakdown page = breakdown(by(UsageDimension.MODEL), SortDirection.DESC, 2, null);

        assertThat(models(page)).containsExactly("grown", "steady");
        assertThat(page.otherCount()).isEqualTo(2);
        assertThat(page.other().requests()).isEqualTo(5);
        assertThat(page.totals().requests()).isEqualTo(18);
        assertThat(page.rows().totalCount()).isEqualTo(4);
        assertThat(page.totals().cost()).isEqualByComparingTo("0.18");
        assertThat(page.other().cost()).isEqualByComparingTo("0.05");
        assertThat(page.rows().nodes().getFirst().share()).isCloseTo(100.0 * 8 / 18, within(1e-9));
    }

    @Test
    void goesOnAfterAPageUntilTheLastRow() {
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            UsageBreakdown page = breakdown(by(UsageDimension.MODEL), SortDirection.ASC, 3, after);
            seen.addAll(models(page));
            assertThat(page.rows().pageInfo().hasPreviousPage()).isEqualTo(after != null);
            after = page.rows().pageInfo().hasNextPage()
                    ? page.rows().pageInfo().endCursor()
                    : null;
        } while (after != null);

        assertThat(seen).containsExactly("new", "shrunk", "steady", "grown");
    }

    @Test
    void dividesARowFurther() {
        UsageBreakdownRow grown = breakdown(by(UsageDimension.MODEL), SortDirection.DESC, 1, null)
                .rows()
                .nodes()
                .getFirst();

        UsageBreakdown teams = grown.breakdown(by(UsageDimension.TEAM), 10);

        assertThat(teams.rows().nodes())
                .extracting(row -> row.keys().getFirst().value())
                .containsExactly("odd", null);
        assertThat(teams.totals().requests()).isEqualTo(8);
        assertThat(teams.rows().nodes().getFirst().metrics().errorRate()).isEqualTo(100);
        assertThat(teams.rows().nodes().getLast().metrics().errorRate()).isZero();
    }

    @Test
    void dividesByATag() {
        UsageBreakdown tags = slice(Shape.ATTRIBUTION)
                .breakdown(new BreakdownAsked(
                        new Divider(List.of(new Axis.OfTag("number"))),
                        UsageMetric.REQUESTS,
                        SortDirection.DESC,
                        10,
                        null));

        assertThat(tags.rows().nodes())
                .extracting(row ->
                        row.keys().getFirst().value() + ":" + row.metrics().requests())
                .containsExactly("0:10", "1:8");
    }

    @Test
    void ranksUsers() {
        List<UserUsage> users = slice(Shape.USER).topUsers(UsageMetric.REQUESTS, 2);

        assertThat(users).extracting(UserUsage::user).containsExactly("u1", "u2");
        assertThat(users.getFirst().metrics().requests()).isEqualTo(7);
        assertThat(users.getFirst().share()).isCloseTo(100.0 * 7 / 18, within(1e-9));
    }

    @Test
    void computesRates() {
        UsageMetrics metrics = slice(Shape.ATTRIBUTION).metrics();
        LatencyMetrics latency = Objects.requireNonNull(metrics.latency());

        assertThat(metrics.successes()).isEqualTo(10);
        assertThat(metrics.errorRate() + metrics.successRate()).isCloseTo(100, within(1e-9));
        assertThat(metrics.tokensPerRequest()).isEqualTo(100);
        assertThat(metrics.cacheHitRate()).isZero();
        assertThat(metrics.requestsPerMinute()).isCloseTo(18 / 360.0, within(0.001));
        assertThat(metrics.activeUsers()).isEqualTo(3);
        assertThat(metrics.activeModels()).isEqualTo(4);
        assertThat(metrics.activeFeatures()).isZero();
        assertThat(latency.minMs()).isEqualTo(200);
        assertThat(latency.maxMs()).isEqualTo(207);
        assertThat(latency.averageMs()).isCloseTo(202.33, within(0.01));
    }

    @Test
    void refusesToTellWhatItWasNotAskedToRead() {
        UsageSlice slice = slices.read(
                new SliceAsked(organization, TODAY, SliceFilter.ALL),
                SliceRequest.of(Needs.of(Shape.WHOLE, Set.of(Ingredient.REQUESTS))));

        assertThat(slice.metrics().requests()).isEqualTo(18);
        assertThatThrownBy(() -> slice.comparison(BEFORE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void listsCallsNewestFirstPageByPage() {
        List<String> seen = new ArrayList<>();
        EventPage.Position after = null;
        RecordedEvents page;
        do {
            page = events(SliceFilter.ALL, new EventPage(7, after));
            page.events().forEach(event -> seen.add(event.id()));
            after = page.events().getLast().position();
        } while (page.hasMore());

        assertThat(seen)
                .hasSize(18)
                .doesNotHaveDuplicates()
                .startsWith("grown-100")
                .doesNotContain("gone-0");
        assertThat(page.total()).isEqualTo(18);
    }

    @Test
    void listsTheCallsThatAFilterLetsThrough() {
        SliceFilter odd = new SliceFilter(
                Map.of(UsageDimension.TEAM, Set.of("odd"), UsageDimension.USER, Set.of("u0", "u2")),
                Set.of(),
                Map.of(),
                null);

        RecordedEvents page = events(odd, new EventPage(50, null));

        assertThat(page.events()).isNotEmpty().allSatisfy(event -> {
            assertThat(event.attribution().team()).isEqualTo("odd");
            assertThat(event.user()).isIn("u0", "u2");
            assertThat(event.cost()).isEqualByComparingTo("0.01");
            assertThat(event.inputTokens()).isEqualTo(90);
        });
        assertThat(page.total()).isEqualTo(page.events().size());
        assertThat(page.hasMore()).isFalse();
    }

    private RecordedEvents events(SliceFilter filter, EventPage page) {
        return slices.read(new SliceAsked(organization, TODAY, filter), SliceRequest.of(page, true))
                .events(page);
    }

    private UsageComparison comparison() {
        Needs needs = Needs.of(Shape.ATTRIBUTION, EVERYTHING).plus(Needs.of(Shape.WHOLE, EVERYTHING));
        return slices.read(
                        new SliceAsked(organization, TODAY, SliceFilter.ALL),
                        SliceRequest.of(needs).plus(SliceRequest.of(BEFORE, needs)))
                .comparison(BEFORE);
    }

    private MetricChange change(String model) {
        return comparison()
                .rows(ComparisonSelection.ROWS, by(UsageDimension.MODEL), UsageMetric.TOTAL_TOKENS, 10)
                .stream()
                .filter(row -> model.equals(row.keys().getFirst().value()))
                .findFirst()
                .orElseThrow()
                .change();
    }

    private UsageSlice slice(Shape shape) {
        return slices.read(
                new SliceAsked(organization, TODAY, SliceFilter.ALL),
                SliceRequest.of(Needs.of(shape, EVERYTHING).plus(Needs.of(Shape.WHOLE, EVERYTHING))));
    }

    private UsageBreakdown breakdown(Divider divider, SortDirection direction, int first, @Nullable String after) {
        return slice(Shape.ATTRIBUTION)
                .breakdown(new BreakdownAsked(divider, UsageMetric.TOTAL_TOKENS, direction, first, after));
    }

    private static List<@Nullable String> models(UsageBreakdown page) {
        return page.rows().nodes().stream()
                .<@Nullable String>map(row -> row.keys().getFirst().value())
                .toList();
    }

    private static Divider by(UsageDimension... dimensions) {
        return new Divider(
                Stream.of(dimensions).<Axis>map(Axis.OfDimension::new).toList());
    }
}
