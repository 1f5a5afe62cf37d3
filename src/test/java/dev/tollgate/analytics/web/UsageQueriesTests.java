package dev.tollgate.analytics.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.Scope;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.ingest.Drafts;
import dev.tollgate.ingest.IngestSource;
import dev.tollgate.ingest.UsageIntake;
import dev.tollgate.organization.Organization;
import dev.tollgate.rollup.CellRebuild;
import dev.tollgate.testing.StatementLog;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;

@TollgateTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsageQueriesTests {

    private static final String OVERVIEW = """
            { organization { usage(range: {last: "P30D"}) {
                range { from to timeZone grains }
                freshness { committedThrough lagMs }
                metrics { ...All }
                daily: trend(granularity: DAY) {
                  granularity timeZone points { at metrics { totalTokens } }
                  analysis { metric direction changeRate slope mean standardDeviation peak { at value } trough { at value } } }
                weekly: trend(granularity: WEEK, metric: COST) { points { at metrics { cost } } analysis { direction } }
                byModel: breakdown(by: [MODEL], first: 1) {
                  rows { totalCount pageInfo { hasNextPage endCursor } edges { cursor } nodes {
                    keys { dimension tag value label } metrics { totalTokens } share } }
                  totals { requests } other { requests } otherCount }
                byFeature: breakdown(by: [FEATURE]) {
                  rows { nodes { keys { value label } share breakdown(by: [MODEL]) {
                    rows { nodes { keys { value } metrics { requests } share } } otherCount } } } }
                comparison { baseline { from to } baselineMetrics { requests }
                  change(metric: REQUESTS) { current baseline absolute percent direction improvement }
                  newRows(by: [MODEL]) { keys { value } change { percent } } }
                topUsers(first: 2) { user metrics { requests } share }
              } } }
            fragment All on UsageMetrics { requests successes errors errorRate successRate inputTokens outputTokens totalTokens
              cachedInputTokens cacheCreationTokens reasoningTokens cacheHitRate tokensPerRequest requestsPerMinute cost
              unpricedRequests activeModels activeFeatures latency { averageMs minMs maxMs } }""";

    private final TestApi api;
    private final StatementLog statements;
    private final Organization organization;
    private final String reader;
    private final String writer;

    @Autowired
    UsageQueriesTests(TestApi api, StatementLog statements, TestOrganizations organizations, TestKeys keys) {
        this.api = api;
        this.statements = statements;
        this.organization = organizations.create();
        this.reader = keys.bearer(organization, Scope.USAGE_READ);
        this.writer = keys.bearer(organization, Scope.USAGE_WRITE);
    }

    @BeforeAll
    void record(@Autowired UsageIntake intake, @Autowired CellRebuild rebuild) {
        Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS);
        intake.record(
                new IngestSource(organization.id(), null),
                List.of(
                        event("a", yesterday)
                                .with("feature", "chat")
                                .with("user", "u-1")
                                .submitted(),
                        event("b", yesterday)
                                .with("feature", "chat")
                                .with("status", "ERROR")
                                .submitted(),
                        event("c", yesterday)
                                .with("model", "gpt-5.5-mini")
                                .with("inputTokens", 20L)
                                .submitted()));
        rebuild.rebuild(organization.id(), new TimeWindow(yesterday, yesterday.plusSeconds(1)));
    }

    private static Drafts event(String id, Instant occurredAt) {
        return Drafts.event(id, occurredAt).with("latencyMs", 100L);
    }

    @Test
    void answersAnOverviewAtOnce() {
        BodyContentSpec answer = ask(OVERVIEW);

        answer.jsonPath("$.errors").doesNotExist();
        answer.jsonPath("$.data.organization.usage.metrics.requests").isEqualTo(3);
        answer.jsonPath("$.data.organization.usage.metrics.totalTokens").isEqualTo(250);
        answer.jsonPath("$.data.organization.usage.metrics.activeModels").isEqualTo(2);
        answer.jsonPath("$.data.organization.usage.metrics.activeFeatures").isEqualTo(1);
        answer.jsonPath("$.data.organization.usage.metrics.latency.maxMs").isEqualTo(100);
        answer.jsonPath("$.data.organization.usage.daily.points.length()").isEqualTo(31);
        answer.jsonPath("$.data.organization.usage.byModel.rows.totalCount").isEqualTo(2);
        answer.jsonPath("$.data.organization.usage.byModel.rows.nodes[0].share").isEqualTo(88.0);
        answer.jsonPath("$.data.organization.usage.byModel.other.requests").isEqualTo(1);
        answer.jsonPath("$.data.organization.usage.byFeature.rows.nodes[1].keys[0].label")
                .isEqualTo("Not attributed");
        answer.jsonPath("$.data.organization.usage.byFeature.rows.nodes[0].breakdown.rows.nodes[0].metrics.requests")
                .isEqualTo(2);
        answer.jsonPath("$.data.organization.usage.comparison.change.percent").isEmpty();
        answer.jsonPath("$.data.organization.usage.comparison.change.improvement")
                .isEqualTo(true);
        answer.jsonPath("$.data.organization.usage.comparison.newRows.length()").isEqualTo(2);
        answer.jsonPath("$.data.organization.usage.topUsers[0].user").isEmpty();
        answer.jsonPath("$.data.organization.usage.topUsers[1].user").isEqualTo("u-1");
        answer.jsonPath("$.extensions.cost.cellsRead").isNotEmpty();
    }

    @Test
    void readsTheCellsOnceAPeriod() {
        List<String> read = statements.during("usage_cell_", () -> ask(OVERVIEW));

        assertThat(read).hasSize(2);
        assertThat(statements.during("usage_sketch_", () -> ask(OVERVIEW))).isEmpty();
        assertThat(statements.during("usage_user_cell_day", () -> ask(OVERVIEW)))
                .hasSize(1);
    }

    @Test
    void sharesASliceAmongAliases() {
        String twice = """
                { organization {
                    a: usage(range: {last: "P7D"}) { metrics { requests latency { p95Ms } activeUsers } }
                    b: usage(range: {last: "P7D"}) { breakdown(by: [MODEL]) { totals { cost } rows { nodes { direction } } } } } }""";

        assertThat(statements.during(
                        "usage_cell_", () -> ask(twice).jsonPath("$.errors").doesNotExist()))
                .hasSize(1);
        assertThat(statements.during("usage_sketch_", () -> ask(twice))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "comparison(to: MONTH_AGO) { changes { metric current baseline absolute percent direction improvement } }",
                "comparison { topGrowing(by: [USER, MODEL], metric: P95_LATENCY_MS) { current { activeUsers } } }",
                "breakdown(by: [USER, TEAM], orderBy: P99_LATENCY_MS) { rows { nodes { share direction } } other { activeUsers } }",
                "breakdown(by: [], tag: \"region\", orderBy: ERROR_RATE, direction: ASC) { rows { nodes { keys { label } } } }",
                "breakdown(by: [MODEL]) { rows { nodes { breakdown(by: [USER]) { totals { activeModels } rows { nodes { direction } } } } } }",
                "trend(granularity: HOUR, timeZone: \"Asia/Kolkata\") { points { metrics { activeUsers activeModels latency { percentileMs(p: 90) } } } }",
                "trend(granularity: MONTH, metric: ACTIVE_USERS) { analysis { slope } }",
                "topUsers(orderBy: P50_LATENCY_MS) { share metrics { activeFeatures activeUsers latency { p99Ms } } }",
                "__typename range { grains }"
            })
    void readsWhatIsAskedFor(String selection) {
        for (String filter : List.of("", ", filter: {model: [\"gpt-5.5\"]}", ", filter: {not: {user: [\"u-1\"]}}")) {
            ask("{ organization { usage(range: {last: \"P6D\"}" + filter + ") { " + selection + " } } }")
                    .jsonPath("$.errors")
                    .doesNotExist();
        }
    }

    @Test
    void pagesRowsAndEvents() {
        String page = """
                query($after: String, $afterEvent: String) { organization { usage(range: {last: "P7D"}) {
                  breakdown(by: [MODEL], first: 1, after: $after) { rows { nodes { keys { value } } pageInfo { hasNextPage } } }
                  events(first: 2, after: $afterEvent) { totalCount nodes { id model cost tags { name } } pageInfo { hasNextPage endCursor } }
                } } }""";
        BodyContentSpec first = ask(page);
        first.jsonPath("$.data.organization.usage.breakdown.rows.nodes[0].keys[0].value")
                .isEqualTo("gpt-5.5");
        first.jsonPath("$.data.organization.usage.events.totalCount").isEqualTo(3);
        first.jsonPath("$.data.organization.usage.events.nodes[0].id").isEqualTo("c");
        first.jsonPath("$.data.organization.usage.events.pageInfo.hasNextPage").isEqualTo(true);
        first.jsonPath("$.data.organization.usage.events.pageInfo.endCursor")
                .value(cursor -> ask(page, Map.of("afterEvent", cursor))
                        .jsonPath("$.data.organization.usage.events.nodes[0].id")
                        .isEqualTo("a"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "range: {last: \"PT0S\"} | metrics { requests } | range",
                "range: {between: {from: \"2026-01-02T00:00:00Z\", to: \"2026-01-01T00:00:00Z\"}} | metrics { requests } | range",
                "range: {last: \"P1D\"} | trend(timeZone: \"Mars/Base\") { timeZone } | timeZone",
                "range: {last: \"P30D\"} | trend(granularity: MINUTE) { timeZone } | granularity",
                "range: {last: \"P1D\"} | breakdown(by: []) { otherCount } | by",
                "range: {last: \"P1D\"} | breakdown(by: [MODEL, MODEL]) { otherCount } | by",
                "range: {last: \"P1D\"} | breakdown(by: [MODEL], first: 0) { otherCount } | first",
                "range: {last: \"P1D\"} | breakdown(by: [MODEL], first: 100000) { rows { nodes { share } } } | first",
                "range: {last: \"P1D\"} | breakdown(by: [MODEL], after: \"x\") { rows { totalCount } otherCount other { requests } } | after",
                "range: {last: \"P1D\"} | breakdown(by: [TAG]) { otherCount } | tag",
                "range: {last: \"P1D\"} | breakdown(by: [MODEL]) { rows { nodes { breakdown(by: [TEAM], first: 0) { otherCount } } } } | first",
                "range: {last: \"P1D\"} | trend(timeZone: \"+01:07\") { timeZone } | timeZone",
                "range: {last: \"P1D\"} | events(after: \"KzEyMDAwLTAxLTAxVDAwOjAwOjAwWh94\") { totalCount } | after",
                "range: {last: \"P1D\"} | metrics { latency { percentileMs(p: 101) } } | p",
                "range: {last: \"P365000D\"} | metrics { requests } | range",
                "range: {last: \"P1M\"} | metrics { requests } | range.last",
                "range: {last: \"P1D\", calendar: TODAY} | metrics { requests } | range",
                "range: {last: \"P1D\"}, filter: {tags: [{value: \"eu\"}]} | metrics { requests } | filter.tags.name",
                "range: {last: \"P1D\"}, filter: {unattributed: [TAG]} | metrics { requests } | unattributed",
                "range: {last: \"P1D\"}, filter: {requestType: [\"NOPE\"]} | metrics { requests } | requestType",
                "range: {last: \"P1D\"}, filter: {user: [\"\\u0000\"]} | metrics { requests } | user",
                "range: {last: \"P1D\"} | comparison(to: CUSTOM) { baseline { from } } | baseline",
                "range: {last: \"P1D\"} | events(first: 501) { totalCount } | first",
                "range: {last: \"P1D\"}, filter: {apiKey: [\"x\"]} | metrics { requests } | apiKey"
            })
    void namesTheFieldAtFault(String arguments, String selection, String field) {
        ask("{ organization { usage(" + arguments + ") { " + selection + " } } }")
                .jsonPath("$.errors[0].extensions.code")
                .isEqualTo("BAD_USER_INPUT")
                .jsonPath("$.errors[0].extensions.field")
                .isEqualTo(field)
                .jsonPath("$.errors[?(@.extensions.code != 'BAD_USER_INPUT')]")
                .isEmpty()
                .jsonPath("$.errors.length()")
                .isEqualTo(1);
    }

    @Test
    void blamesNoOtherSliceForABadOne() {
        ask("""
                { organization { good: usage(range: {last: "P1D"}) { metrics { requests } }
                    bad: usage(range: {last: "PT0S"}) { metrics { requests } } } }""").jsonPath("$.errors[*].path[1]").isEqualTo("bad");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x: trend(timeZone: \"Mars/Base\") { timeZone }",
                "x: breakdown(by: []) { otherCount }",
                "x: breakdown(by: [MODEL], after: \"x\") { otherCount }",
                "x: comparison(to: CUSTOM) { baseline { from } }",
                "x: topUsers(first: 0) { user }",
                "x: events(first: 0) { totalCount }"
            })
    void refusesWrongArgumentsWhereTheyStand(String part) {
        ask("{ organization { usage(range: {last: \"P1D\"}) { metrics { requests } " + part + " } } }")
                .jsonPath("$.errors[*].path[2]")
                .isEqualTo("x");
    }

    @Test
    void comparesWithAPeriodThatIsNamed() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        BodyContentSpec answer = ask(
                """
                query($baseline: DateTimeInterval) { organization { usage(range: {last: "PT1H"}) {
                  comparison(to: CUSTOM, baseline: $baseline) {
                    change(metric: REQUESTS) { current baseline absolute percent direction improvement }
                    newRows(by: [MODEL]) { keys { value } }
                    goneRows(by: [MODEL]) { keys { value } change { baseline percent } }
                    topGrowing(by: [MODEL]) { keys { value } }
                    topDeclining(by: [MODEL], first: 1) { keys { value } change { absolute } } } } } }""",
                Map.of(
                        "baseline",
                        Map.of(
                                "from", now.minus(2, ChronoUnit.DAYS).toString(),
                                "to", now.minus(2, ChronoUnit.HOURS).toString())));

        String comparison = "$.data.organization.usage.comparison";
        answer.jsonPath(comparison + ".change.percent").isEqualTo(-100.0);
        answer.jsonPath(comparison + ".change.direction").isEqualTo("DOWN");
        answer.jsonPath(comparison + ".change.improvement").isEqualTo(false);
        answer.jsonPath(comparison + ".newRows").isEmpty();
        answer.jsonPath(comparison + ".goneRows[*].keys[0].value").isEqualTo(List.of("gpt-5.5", "gpt-5.5-mini"));
        answer.jsonPath(comparison + ".topGrowing").isEmpty();
        answer.jsonPath(comparison + ".topDeclining[*].keys[0].value").isEqualTo("gpt-5.5");
    }

    @Test
    void dividesByATagInTheOrderAskedFor() {
        BodyContentSpec answer = ask("""
                { organization { usage(range: {last: "P7D"}) { breakdown(by: [TAG, MODEL], tag: "region", first: 1) {
                  rows { nodes { keys { dimension tag value } } } } } } }""");

        answer.jsonPath("$.data.organization.usage.breakdown.rows.nodes[0].keys[0].dimension")
                .isEqualTo("TAG");
        answer.jsonPath("$.data.organization.usage.breakdown.rows.nodes[0].keys[0].tag")
                .isEqualTo("region");
        answer.jsonPath("$.data.organization.usage.breakdown.rows.nodes[0].keys[1].value")
                .isEqualTo("gpt-5.5");
    }

    @Test
    void foreseesWhatAnAnswerCosts() {
        ask("""
                { organization { usage(range: {last: "P30D"}) { trend(granularity: DAY) { points { metrics { requests } } }
                  comparison { changes { percent } } breakdown(by: [MODEL], first: 2) { rows { nodes { keys { label } } } } } } }""")
                .jsonPath("$.extensions.cost.requested")
                .value(Integer.class, requested -> assertThat(requested).isBetween(90, 110));
    }

    @Test
    void needsTheScope() {
        api.graphQl(api.with(writer), OVERVIEW, Map.of())
                .expectBody()
                .jsonPath("$.errors[0].extensions.code")
                .isEqualTo("FORBIDDEN");
    }

    private BodyContentSpec ask(String document) {
        return ask(document, Map.of());
    }

    private BodyContentSpec ask(String document, Map<String, ?> variables) {
        return api.graphQl(api.with(reader), document, variables).expectBody();
    }
}
