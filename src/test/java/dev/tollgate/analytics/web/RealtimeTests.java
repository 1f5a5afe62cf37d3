package dev.tollgate.analytics.web;

import dev.tollgate.core.Scope;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.ingest.Drafts;
import dev.tollgate.ingest.IngestSource;
import dev.tollgate.ingest.UsageIntake;
import dev.tollgate.organization.Organization;
import dev.tollgate.rollup.CellRebuild;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestClock;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;

@TollgateTest
class RealtimeTests {

    private static final String REALTIME = """
            query ($minutes: Int) { organization { realtime(windowMinutes: $minutes) {
              from to tokensPerMinute requestsPerMinute errorRate averageLatencyMs
              totals { requests totalTokens latency { p95Ms } activeUsers }
              minutes { at metrics { requests } }
              byModel { key { value } metrics { requests } }
              byFeature { key { value } metrics { requests } }
              current { elapsedSeconds requests totalTokens projectedRequests projectedTokens
                lastMinuteRequests lastMinuteTokens changePercent } } } }""";

    private final TestApi api;
    private final TestClock clock;
    private final UsageIntake intake;
    private final CellRebuild rebuild;
    private final Organization organization;
    private final String reader;

    /** A quarter into a minute. */
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES).plusSeconds(15);

    @Autowired
    RealtimeTests(
            TestApi api,
            TestClock clock,
            UsageIntake intake,
            CellRebuild rebuild,
            TestOrganizations organizations,
            TestKeys keys) {
        this.api = api;
        this.clock = clock;
        this.intake = intake;
        this.rebuild = rebuild;
        this.organization = organizations.create();
        this.reader = keys.bearer(organization, Scope.USAGE_READ);
    }

    @BeforeEach
    void stopTheClock() {
        clock.set(now);
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void tellsTheLastMinutesAndProjectsTheRunningOne() {
        record("a", now.minusSeconds(5), "chat");
        record("b", now.minusSeconds(10), "chat");
        record("c", now.minusSeconds(30), "search");
        record("old", now.minus(Duration.ofMinutes(10)), "search");

        BodyContentSpec answer = realtime(5);

        answer.jsonPath("$.errors").doesNotExist();
        String realtime = "$.data.organization.realtime";
        answer.jsonPath(realtime + ".totals.requests").isEqualTo(3);
        answer.jsonPath(realtime + ".minutes.length()").isEqualTo(6);
        answer.jsonPath(realtime + ".minutes[4].metrics.requests").isEqualTo(1);
        answer.jsonPath(realtime + ".minutes[5].metrics.requests").isEqualTo(2);
        answer.jsonPath(realtime + ".byModel[0].metrics.requests").isEqualTo(3);
        answer.jsonPath(realtime + ".byFeature[0].key.value").isEqualTo("chat");
        answer.jsonPath(realtime + ".averageLatencyMs").isEqualTo(200.0);
        answer.jsonPath(realtime + ".current.elapsedSeconds").isEqualTo(15.0);
        answer.jsonPath(realtime + ".current.projectedRequests").isEqualTo(8.0);
        answer.jsonPath(realtime + ".current.projectedTokens").isEqualTo(880.0);
        answer.jsonPath(realtime + ".current.lastMinuteRequests").isEqualTo(1);
        answer.jsonPath(realtime + ".current.changePercent").isEqualTo(700.0);
    }

    @Test
    void tellsZerosWhereNothingHappened() {
        BodyContentSpec answer = realtime(60);

        answer.jsonPath("$.data.organization.realtime.totals.requests").isEqualTo(0);
        answer.jsonPath("$.data.organization.realtime.minutes.length()").isEqualTo(61);
        answer.jsonPath("$.data.organization.realtime.averageLatencyMs").isEmpty();
        answer.jsonPath("$.data.organization.realtime.current.changePercent").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 61, -1})
    void refusesWindowsThatAreTooLongOrNone(int minutes) {
        BodyContentSpec answer = realtime(minutes);

        answer.jsonPath("$.errors[0].extensions.code").isEqualTo("BAD_USER_INPUT");
        answer.jsonPath("$.errors[0].extensions.field").isEqualTo("windowMinutes");
    }

    private void record(String id, Instant occurredAt, String feature) {
        intake.record(
                new IngestSource(organization.id(), null),
                List.of(Drafts.event(id, occurredAt)
                        .with("feature", feature)
                        .with("latencyMs", 200L)
                        .submitted()));
        rebuild.rebuild(
                organization.id(), new TimeWindow(now.minus(Duration.ofDays(1)), now.plus(Duration.ofMinutes(1))));
    }

    private BodyContentSpec realtime(int minutes) {
        return api.graphQl(api.with(reader), REALTIME, Map.of("minutes", minutes))
                .expectStatus()
                .isOk()
                .expectBody();
    }
}
