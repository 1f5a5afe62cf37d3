package dev.tollgate.quota.web;

import com.jayway.jsonpath.JsonPath;
import dev.tollgate.apikey.KeyAttribution;
import dev.tollgate.core.Scope;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@TollgateTest
class QuotaReservationsTests {

    private static final String CREATE = """
            mutation($input: CreateQuotaInput!) { createQuota(input: $input) { quota {
              id name version utilization { status usedPercent limits { metric used limit } } } } }""";
    private static final String USE = """
            { organization { quotas { totalCount nodes { name utilization {
              status usedPercent periodStart periodEnd projectedPercent
              limits { metric limit used reserved remaining usedPercent projected } }
              history(first: 2) { totalTokens requests cost } } } } }""";
    private static final String FIRST = "$.data.organization.quotas.nodes[0]";
    private static final String RESERVATIONS = "/v1/quotas/reservations";

    private final TestApi api;
    private final TestKeys keys;
    private final TestOrganizations organizations;
    private final Organization organization;
    private final RestTestClient admin;
    private final RestTestClient caller;

    @Autowired
    QuotaReservationsTests(TestApi api, TestKeys keys, TestOrganizations organizations) {
        this.api = api;
        this.keys = keys;
        this.organizations = organizations;
        this.organization = organizations.create();
        this.admin = api.with(keys.bearer(organization, Scope.ADMIN));
        this.caller = api.with(keys.bearer(organization, Scope.GATEWAY_CALL));
    }

    @Test
    void reservesRefusesSettlesAndTellsTheUse() {
        create(1_000, "BLOCK");

        String id = reserved(reserve("""
                {"team":"search","estimatedInputTokens":500,"estimatedOutputTokens":300}"""));
        reserve("""
                {"team":"search","estimatedInputTokens":300}""")
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("QUOTA_EXCEEDED")
                .jsonPath("$.reason")
                .isEqualTo("RESERVED")
                .jsonPath("$.quota.name")
                .isEqualTo("search")
                .jsonPath("$.quota.limit")
                .isEqualTo(1000)
                .jsonPath("$.quota.used")
                .isEqualTo(800)
                .jsonPath("$.retryAfterSeconds")
                .isEqualTo(1);
        post(id + "/settle", "{\"inputTokens\":500,\"outputTokens\":450}")
                .expectStatus()
                .isOk();
        post(id + "/settle", "{\"inputTokens\":1,\"outputTokens\":1}")
                .expectStatus()
                .isOk();

        use().jsonPath(FIRST + ".utilization.status")
                .isEqualTo("CRITICAL")
                .jsonPath(FIRST + ".utilization.usedPercent")
                .isEqualTo(95.0)
                .jsonPath(FIRST + ".utilization.limits[0].used")
                .isEqualTo(950)
                .jsonPath(FIRST + ".utilization.limits[0].reserved")
                .isEqualTo(0);
        reserve("{\"team\":\"search\",\"estimatedInputTokens\":51}")
                .expectStatus()
                .isEqualTo(429)
                .expectBody()
                .jsonPath("$.reason")
                .isEqualTo("EXCEEDED");
        reserve("{\"team\":\"others\",\"estimatedInputTokens\":51}")
                .expectStatus()
                .isCreated();
    }

    @Test
    void attributesTheCallAsItsKeyDoesWhereItSaysNothing() {
        create(100, "BLOCK");
        KeyAttribution search = new KeyAttribution("search", null, null, null);
        RestTestClient attributed = api.with("Bearer "
                + keys.attributing(organization.id(), search, Scope.GATEWAY_CALL)
                        .secret());

        reserved(post(attributed, RESERVATIONS, "{\"estimatedInputTokens\":100}"));
        post(attributed, RESERVATIONS, "{\"estimatedInputTokens\":1}")
                .expectStatus()
                .isEqualTo(429)
                .expectBody()
                .jsonPath("$.quota.name")
                .isEqualTo("search");
        post(attributed, RESERVATIONS, "{\"team\":\"others\",\"estimatedInputTokens\":1}")
                .expectStatus()
                .isCreated();
    }

    @Test
    void countsWhatIsSettledAboveTheEstimateAndRefusesTheNext() {
        create(100, "BLOCK");

        String id = reserved(reserve("{\"team\":\"search\",\"estimatedInputTokens\":10}"));
        post(id + "/settle", "{\"inputTokens\":150,\"outputTokens\":0}")
                .expectStatus()
                .isOk();

        use().jsonPath(FIRST + ".utilization.status").isEqualTo("EXCEEDED");
        reserve("{\"team\":\"search\"}").expectStatus().isEqualTo(429);
    }

    @Test
    void returnsWhatIsReleased() {
        create(100, "BLOCK");

        String id = reserved(reserve("{\"team\":\"search\",\"estimatedInputTokens\":100}"));
        reserve("{\"team\":\"search\",\"estimatedInputTokens\":1}")
                .expectStatus()
                .isEqualTo(429);
        post(id + "/release", "{}").expectStatus().isNoContent();
        post(id + "/release", "{}").expectStatus().isNoContent();

        post(id + "/settle", "{}").expectStatus().isEqualTo(409);
        reserve("{\"team\":\"search\",\"estimatedInputTokens\":100}")
                .expectStatus()
                .isCreated();
    }

    @Test
    void countsRecordedCallsThatNeverReserved() {
        record("before", "search");
        create(1_000, "BLOCK");
        record("after", "search");
        record("other", "others");

        Awaitility.await()
                .untilAsserted(() ->
                        use().jsonPath(FIRST + ".utilization.limits[0].used").isEqualTo(220));
        Awaitility.await()
                .untilAsserted(() -> use().jsonPath(FIRST + ".history[0].totalTokens")
                        .isEqualTo(220)
                        .jsonPath(FIRST + ".history[1].requests")
                        .isEqualTo(0));
        reserve("{\"team\":\"search\",\"estimatedInputTokens\":781}")
                .expectStatus()
                .isEqualTo(429);
        reserve("{\"team\":\"search\",\"estimatedInputTokens\":780}")
                .expectStatus()
                .isCreated();
    }

    @Test
    void countsARecordedCallInPlaceOfItsReservation() {
        create(1_000, "BLOCK");
        String settled = reserved(reserve("{\"team\":\"search\",\"estimatedInputTokens\":300}"));
        String open = reserved(reserve("{\"team\":\"search\",\"estimatedInputTokens\":300}"));
        post(settled + "/settle", "{\"inputTokens\":290}").expectStatus().isOk();

        record("a", "search", settled);
        record("b", "search", open);

        Awaitility.await()
                .untilAsserted(() -> use().jsonPath(FIRST + ".utilization.limits[0].used")
                        .isEqualTo(220)
                        .jsonPath(FIRST + ".utilization.limits[0].reserved")
                        .isEqualTo(0));
    }

    @ParameterizedTest
    @CsvSource({
        "team, 5",
        "team, '\" \"'",
        "estimatedInputTokens, -1",
        "estimatedInputTokens, 1.5",
        "estimatedOutputTokens, '\"x\"'",
        "estimatedCost, -0.1",
        "estimatedCost, 1e999999",
        "nonsense, 1"
    })
    void namesTheFieldAtFault(String field, String value) {
        reserve("{\"" + field + "\":" + value + "}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("BAD_USER_INPUT")
                .jsonPath("$.field")
                .isEqualTo(field);
    }

    @Test
    void isForThoseWhoMayCall() {
        RestTestClient reader = api.with(keys.bearer(organization, Scope.CONTROL_READ));

        post(reader, RESERVATIONS, "{}").expectStatus().isForbidden();
        post(reader, RESERVATIONS + "/x/settle", "{}").expectStatus().isForbidden();
        post(reader, RESERVATIONS + "/x/release", "{}").expectStatus().isForbidden();
        post(api.anonymous(), RESERVATIONS, "{}").expectStatus().isUnauthorized();
    }

    @Test
    void knowsNoReservationsOfOthers() {
        create(100, "BLOCK");
        String id = reserved(reserve("{\"team\":\"search\",\"estimatedInputTokens\":100}"));
        RestTestClient stranger = api.with(keys.bearer(strangers(), Scope.ADMIN));

        post(stranger, RESERVATIONS + "/" + id + "/settle", "{}").expectStatus().isNotFound();
        post(stranger, RESERVATIONS + "/" + id + "/release", "{}")
                .expectStatus()
                .isNotFound();
        post(UUID.randomUUID() + "/settle", "{}").expectStatus().isNotFound();
        post("nonsense/settle", "{}").expectStatus().isNotFound();
        post(id + "/settle", "[]").expectStatus().isBadRequest();
    }

    private Organization strangers() {
        return organizations.create();
    }

    private void create(long totalTokens, String mode) {
        Map<String, ?> input = Map.of(
                "name",
                "search",
                "scope",
                Map.of("team", "search"),
                "limits",
                Map.of("totalTokens", totalTokens),
                "period",
                "MONTHLY",
                "mode",
                mode);
        api.graphQl(admin, CREATE, Map.of("input", input))
                .expectBody()
                .jsonPath("$.errors")
                .doesNotExist()
                .jsonPath("$.data.createQuota.quota.version")
                .isEqualTo(1);
    }

    private void record(String id, String team) {
        record(id, team, "none");
    }

    private void record(String id, String team, String reservation) {
        post(admin, "/v1/usage/events", """
                {"id":"%s","occurredAt":"%s","provider":"openai","model":"gpt-5.5","inputTokens":100,"outputTokens":10,
                 "team":"%s","reservation":"%s"}
                """.formatted(id, Instant.now(), team, reservation))
                .expectStatus()
                .isOk();
    }

    private RestTestClient.BodyContentSpec use() {
        return api.graphQl(admin, USE, Map.of())
                .expectBody()
                .jsonPath("$.errors")
                .doesNotExist();
    }

    private ResponseSpec reserve(String body) {
        return post(caller, RESERVATIONS, body);
    }

    private ResponseSpec post(String path, String body) {
        return post(caller, RESERVATIONS + "/" + path, body);
    }

    private static ResponseSpec post(RestTestClient client, String path, String body) {
        return client.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static String reserved(ResponseSpec answer) {
        byte[] body = answer.expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.expiresAt")
                .isNotEmpty()
                .returnResult()
                .getResponseBody();
        return JsonPath.read(new String(Objects.requireNonNull(body), StandardCharsets.UTF_8), "$.id");
    }
}
