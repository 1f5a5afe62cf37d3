package dev.tollgate.analytics.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.tollgate.access.Account;
import dev.tollgate.access.Accounts;
import dev.tollgate.access.Role;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.apikey.IssuedApiKey;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.Actor;
import dev.tollgate.core.Scope;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.organization.Organization;
import dev.tollgate.rollup.CellRebuild;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A member sees the usage of their own keys, whatever they ask. */
@TollgateTest
class OwnUsageTests {

    private static final String PASSWORD = "correct horse battery";
    private static final String USAGE = """
            query($filter: UsageFilter) { organization {
              usage(range: {last: "PT2H"}, filter: $filter) {
                metrics { requests inputTokens activeUsers }
                breakdown(by: [API_KEY, TEAM]) { totals { requests } otherCount rows { nodes { keys { value } metrics { requests } } } }
                trend(granularity: HOUR) { points { metrics { requests } } }
                comparison { change(metric: REQUESTS) { current } }
                topUsers { user }
                events(first: 10) { totalCount nodes { id } } } } }""";

    private final TestApi api;
    private final ApiKeys keys;
    private final Accounts accounts;
    private final CellRebuild rebuild;
    private final Organization organization;
    private final Account ada;
    private final Account bob;
    private final IssuedApiKey adas;
    private final IssuedApiKey bobs;

    @Autowired
    OwnUsageTests(TestApi api, ApiKeys keys, Accounts accounts, CellRebuild rebuild, TestOrganizations organizations) {
        this.api = api;
        this.keys = keys;
        this.accounts = accounts;
        this.rebuild = rebuild;
        this.organization = organizations.create();
        this.ada = accounts.create(email(), "Ada", PASSWORD, organization.id(), Role.MEMBER);
        this.bob = accounts.create(email(), "Bob", PASSWORD, organization.id(), Role.MEMBER);
        this.adas = key(ada);
        this.bobs = key(bob);
    }

    @Test
    void membersSeeWhatTheirOwnKeysUsed() {
        recordSome();

        String seen = ask(ada, USAGE, Map.of());

        assertThat(seen).doesNotContain("bob", bobs.key().id().toString(), "errors");
        String usage = "$.data.organization.usage";
        assertThat(JsonPath.<Integer>read(seen, usage + ".metrics.requests")).isEqualTo(2);
        assertThat(JsonPath.<Integer>read(seen, usage + ".metrics.inputTokens")).isEqualTo(2);
        assertThat(JsonPath.<Integer>read(seen, usage + ".metrics.activeUsers")).isEqualTo(1);
        assertThat(JsonPath.<Integer>read(seen, usage + ".breakdown.totals.requests"))
                .isEqualTo(2);
        assertThat(JsonPath.<List<?>>read(seen, usage + ".breakdown.rows.nodes"))
                .hasSize(1);
        assertThat(JsonPath.<Integer>read(seen, usage + ".events.totalCount")).isEqualTo(2);
        assertThat(JsonPath.<List<Integer>>read(seen, usage + ".trend.points[*].metrics.requests").stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(2);
        assertThat(ask(ada, "{ organization { realtime(windowMinutes: 60) { totals { requests } } } }", Map.of()))
                .contains("\"requests\":2");
    }

    @Test
    void noFilterWidensIt() {
        recordSome();
        Map<String, ?> theirs = Map.of("apiKey", List.of(globalId(bobs)));

        assertThat(requests(ask(ada, USAGE, Map.of("filter", theirs)))).isZero();
        assertThat(requests(ask(
                        ada, USAGE, Map.of("filter", Map.of("apiKey", List.of(globalId(bobs), globalId(adas)))))))
                .isEqualTo(2);
        assertThat(requests(ask(ada, USAGE, Map.of("filter", Map.of("team", List.of("bob"))))))
                .isZero();
        assertThat(requests(ask(ada, USAGE, Map.of("filter", Map.of("not", Map.of("team", List.of("ada")))))))
                .isZero();
        assertThat(requests(ask(ada, USAGE, Map.of("filter", Map.of("not", Map.of("not", theirs))))))
                .isZero();
        assertThat(requests(ask(ada, USAGE, Map.of("filter", Map.of("unattributed", List.of("API_KEY"))))))
                .isZero();
    }

    @Test
    void theUsageOfARevokedKeyStaysItsOwners() {
        recordSome();
        keys.revoke(organization.id(), Cause.TOLLGATE, adas.key().id());

        assertThat(requests(ask(ada, USAGE, Map.of()))).isEqualTo(2);
    }

    @Test
    void whoHasNoKeysSeesNothing() {
        recordSome();
        Account newcomer = accounts.create(email(), "New", PASSWORD, organization.id(), Role.MEMBER);

        String seen = ask(newcomer, USAGE, Map.of());

        assertThat(requests(seen)).isZero();
        assertThat(JsonPath.<Integer>read(seen, "$.data.organization.usage.events.totalCount"))
                .isZero();
    }

    @Test
    void analystsSeeAllAndKeysWithoutTheScopeNothing() {
        recordSome();
        Account analyst = accounts.create(email(), "Ann", PASSWORD, organization.id(), Role.ANALYST);

        assertThat(requests(ask(analyst, USAGE, Map.of()))).isEqualTo(3);
        assertThat(body(api.graphQl(api.with("Bearer " + adas.secret()), USAGE, Map.of())))
                .contains("FORBIDDEN");
    }

    @Test
    void whatTheyWatchIsTheirOwnToo() {
        Queue<String> adaTold = new ConcurrentLinkedQueue<>();
        Queue<String> bobTold = new ConcurrentLinkedQueue<>();
        String calls = "subscription { usageEvents { event { id } } }";
        String ticks =
                "subscription { usageTicks(every: \"PT0.2S\", by: TEAM) { metrics { inputTokens } rows { keys: key { value } } } }";
        watch(ada, calls, adaTold);
        watch(bob, calls, bobTold);
        watch(ada, ticks, adaTold);
        watch(bob, ticks, bobTold);

        Awaitility.await().untilAsserted(() -> {
            record("ada", adas.secret());
            record("bob", bobs.secret());
            Stream.of(adaTold, bobTold)
                    .forEach(told -> assertThat(told)
                            .anyMatch(text -> text.contains("usageEvents"))
                            .anyMatch(text -> text.contains("\"value\"")));
        });

        assertThat(adaTold).noneMatch(text -> text.contains("bob"));
        assertThat(bobTold).noneMatch(text -> text.contains("ada"));
    }

    private void recordSome() {
        record("ada", adas.secret());
        record("ada", adas.secret());
        record("bob", bobs.secret());
        Instant now = Instant.now();
        rebuild.rebuild(organization.id(), new TimeWindow(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1))));
    }

    /** A call whose id, team and user say whose it is. */
    private void record(String whose, String secret) {
        api.with("Bearer " + secret)
                .post()
                .uri("/v1/usage/events")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "id",
                        whose + "-" + UUID.randomUUID(),
                        "occurredAt",
                        Instant.now().toString(),
                        "provider",
                        "openai",
                        "model",
                        "gpt-5.5",
                        "inputTokens",
                        1,
                        "team",
                        whose,
                        "user",
                        whose))
                .exchange()
                .expectStatus()
                .isOk();
    }

    /** Listens until the test ends with its application. */
    private void watch(Account account, String document, Queue<String> told) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api.origin() + "/graphql"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"" + document.replace("\"", "\\\"") + "\"}"))
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .header("Cookie", "tollgate_session=" + api.session(account.email(), PASSWORD))
                .header("Sec-Fetch-Site", "same-origin")
                .build();
        Thread.ofVirtual().start(() -> {
            try (HttpClient http = HttpClient.newHttpClient();
                    Stream<String> lines = http.send(request, HttpResponse.BodyHandlers.ofLines())
                            .body()) {
                lines.filter(line -> line.startsWith("data:")).forEach(told::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private IssuedApiKey key(Account owner) {
        return keys.create(
                organization.id(),
                new Cause(new Actor.Person(owner.id()), null, null),
                "own",
                Set.of(Scope.USAGE_WRITE),
                null);
    }

    private String ask(Account account, String document, Map<String, ?> variables) {
        RestTestClient browser = api.signedIn(account.email(), PASSWORD)
                .mutate()
                .defaultHeader("Sec-Fetch-Site", "same-origin")
                .build();
        return body(api.graphQl(browser, document, variables));
    }

    private static String body(RestTestClient.ResponseSpec answer) {
        return new String(
                Objects.requireNonNull(answer.expectBody().returnResult().getResponseBody()), StandardCharsets.UTF_8);
    }

    private static int requests(String seen) {
        return JsonPath.read(seen, "$.data.organization.usage.metrics.requests");
    }

    private static String globalId(IssuedApiKey key) {
        return new GlobalId("ApiKey", key.key().id().toString()).encode();
    }

    private static String email() {
        return UUID.randomUUID() + "@example.com";
    }
}
