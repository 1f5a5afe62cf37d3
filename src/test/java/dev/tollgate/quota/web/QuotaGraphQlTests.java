package dev.tollgate.quota.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.apikey.KeyAttribution;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.Scope;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.StatementLog;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;

@TollgateTest
class QuotaGraphQlTests {

    private static final String CREATE = """
            mutation($input: CreateQuotaInput!) { createQuota(input: $input) { quota {
              id name scope { type value } limits { totalTokens requests cost } period resetDay resetHour mode
              warningPercent criticalPercent failOpen version createdAt override { reason } } } }""";
    private static final String UPDATE = """
            mutation($input: UpdateQuotaInput!) { updateQuota(input: $input) { quota {
              name version mode limits { totalTokens requests } } } }""";
    private static final String DELETE =
            "mutation($input: DeleteQuotaInput!) { deleteQuota(input: $input) { deletedQuotaId } }";
    private static final String OVERRIDE = """
            mutation($input: OverrideQuotaInput!) { overrideQuota(input: $input) { quota {
              version override { limits { requests } expiresAt reason } utilization { limits { metric limit } } } } }""";
    private static final String LIST = """
            query($filter: QuotaFilter, $first: Int, $after: String) { organization { quotas(filter: $filter, first: $first, after: $after) {
              totalCount nodes { id name scope { keyName } utilization { status quotaId } } pageInfo { hasNextPage endCursor } } } }""";
    private static final String CHECK = """
            query($context: QuotaContextInput!) { quotaCheck(context: $context) {
              allowed refusedBy { name } reason metric limit used retryAfterSeconds quotas { name } } }""";
    private static final String AUDIT = """
            { organization { auditLog(first: 10, filter: {targetType: "Quota"}) { nodes {
              action actorType before after reason } } } }""";

    private final TestApi api;
    private final TestKeys keys;
    private final ApiKeys apiKeys;
    private final StatementLog statements;
    private final Organization organization;
    private final RestTestClient admin;

    @Autowired
    QuotaGraphQlTests(
            TestApi api, TestKeys keys, ApiKeys apiKeys, StatementLog statements, TestOrganizations organizations) {
        this.api = api;
        this.keys = keys;
        this.apiKeys = apiKeys;
        this.statements = statements;
        this.organization = organizations.create();
        this.admin = key(Scope.ADMIN);
    }

    @Test
    void makesAQuotaAsAskedWithDefaults() {
        String quota = "$.data.createQuota.quota";
        ask(admin, CREATE, input(Map.of("limits", Map.of("cost", "400.5", "requests", 10))))
                .jsonPath(quota + ".scope.type")
                .isEqualTo("TEAM")
                .jsonPath(quota + ".scope.value")
                .isEqualTo("search")
                .jsonPath(quota + ".limits.cost")
                .value(cost -> assertThat(cost.toString()).isEqualTo("400.5"))
                .jsonPath(quota + ".limits.totalTokens")
                .isEmpty()
                .jsonPath(quota + ".resetDay")
                .isEqualTo(1)
                .jsonPath(quota + ".mode")
                .isEqualTo("ALERT")
                .jsonPath(quota + ".warningPercent")
                .isEqualTo(80)
                .jsonPath(quota + ".criticalPercent")
                .isEqualTo(95)
                .jsonPath(quota + ".failOpen")
                .isEqualTo(false)
                .jsonPath(quota + ".version")
                .isEqualTo(1);
    }

    @Test
    void takesNullsForDefaults() {
        Map<String, Object> nulls = new HashMap<>();
        List.of("mode", "warningPercent", "criticalPercent", "failOpen", "resetDay", "resetHour")
                .forEach(field -> nulls.put(field, null));

        ask(admin, CREATE, input(nulls))
                .jsonPath("$.data.createQuota.quota.mode")
                .isEqualTo("ALERT")
                .jsonPath("$.data.createQuota.quota.criticalPercent")
                .isEqualTo(95);
    }

    @Test
    void knowsKeysByTheirGlobalIdAndProvidersInLowerCase() {
        String key = new GlobalId(
                        "ApiKey",
                        apiKeys.create(organization.id(), Cause.TOLLGATE, "ci", Set.of(Scope.GATEWAY_CALL), null)
                                .key()
                                .id()
                                .toString())
                .encode();

        ask(admin, CREATE, input(Map.of("scope", Map.of("apiKey", key))))
                .jsonPath("$.data.createQuota.quota.scope.value")
                .isEqualTo(key);
        ask(admin, CREATE, input(Map.of("scope", Map.of("provider", " OpenAI "))))
                .jsonPath("$.data.createQuota.quota.scope.value")
                .isEqualTo("openai");
        ask(admin, CREATE, input(Map.of("scope", Map.of("organization", true))))
                .jsonPath("$.data.createQuota.quota.scope.value")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "name, '\" \"', name",
        "scope, '{\"team\": \"\"}', scope",
        "scope, '{\"organization\": false}', scope.organization",
        "scope, '{\"apiKey\": \"nonsense\"}', apiKey",
        "limits, '{}', limits",
        "limits, '{\"totalTokens\": 0}', limits.totalTokens",
        "limits, '{\"requests\": -1}', limits.requests",
        "limits, '{\"cost\": 0}', limits.cost",
        "limits, '{\"cost\": 9000001}', limits.cost",
        "limits, '{\"cost\": 99999999999999999999999999}', limits.cost",
        "resetDay, 32, resetDay",
        "resetDay, 0, resetDay",
        "resetHour, 24, resetHour",
        "warningPercent, 0, warningPercent",
        "criticalPercent, 79, criticalPercent",
        "criticalPercent, 101, criticalPercent"
    })
    void namesTheFieldAtFault(String field, String value, String fault) {
        ask(
                        admin,
                        CREATE,
                        input(Map.of(
                                field,
                                JsonPath.parse("{\"value\":" + value + "}").read("$.value"))))
                .jsonPath("$.errors[0].extensions.code")
                .isEqualTo("BAD_USER_INPUT")
                .jsonPath("$.errors[0].extensions.field")
                .isEqualTo(fault);
        ask(admin, LIST, Map.of())
                .jsonPath("$.data.organization.quotas.totalCount")
                .isEqualTo(0);
    }

    @Test
    void changesOneVersionAfterAnother() {
        String id = create("search");

        ask(admin, UPDATE, update(id, Map.of("expectedVersion", 1, "limits", Map.of("requests", 5), "mode", "BLOCK")))
                .jsonPath("$.data.updateQuota.quota.version")
                .isEqualTo(2)
                .jsonPath("$.data.updateQuota.quota.name")
                .isEqualTo("search")
                .jsonPath("$.data.updateQuota.quota.limits.totalTokens")
                .isEmpty()
                .jsonPath("$.data.updateQuota.quota.limits.requests")
                .isEqualTo(5);
        ask(admin, UPDATE, update(id, Map.of("expectedVersion", 1, "name", "late")))
                .jsonPath("$.errors[0].extensions.code")
                .isEqualTo("CONFLICT");
        ask(admin, UPDATE, update("nonsense", Map.of()))
                .jsonPath("$.errors[0].extensions.code")
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void overridesForAWhileAndTakesThatBack() {
        String id = create("search");
        Map<String, Object> override = new HashMap<>(Map.of(
                "id", id, "limits", Map.of("requests", 7), "expiresAt", "2126-01-01T00:00:00Z", "reason", "launch"));

        ask(admin, OVERRIDE, Map.of("input", override))
                .jsonPath("$.errors[0].extensions.field")
                .isEqualTo("expiresAt");
        override.put("expiresAt", Instant.now().plusSeconds(3_600).toString());
        ask(admin, OVERRIDE, Map.of("input", override))
                .jsonPath("$.data.overrideQuota.quota.override.reason")
                .isEqualTo("launch")
                .jsonPath("$.data.overrideQuota.quota.utilization.limits[0].metric")
                .isEqualTo("REQUESTS");
        override.remove("reason");
        ask(admin, OVERRIDE, Map.of("input", override))
                .jsonPath("$.errors[0].extensions.field")
                .isEqualTo("reason");
        ask(admin, OVERRIDE, Map.of("input", Map.of("id", id)))
                .jsonPath("$.data.overrideQuota.quota.override")
                .isEmpty()
                .jsonPath("$.data.overrideQuota.quota.utilization.limits[0].metric")
                .isEqualTo("TOTAL_TOKENS");
    }

    @Test
    void takesAQuotaAwayAndTellsTheAuditLog() {
        String id = create("search");
        ask(admin, UPDATE, update(id, Map.of("name", "renamed", "reason", "a better name")));
        ask(admin, DELETE, Map.of("input", Map.of("id", id)))
                .jsonPath("$.data.deleteQuota.deletedQuotaId")
                .isEqualTo(id);
        ask(admin, DELETE, Map.of("input", Map.of("id", id)))
                .jsonPath("$.errors[0].extensions.code")
                .isEqualTo("NOT_FOUND");

        String entries = "$.data.organization.auditLog.nodes";
        ask(admin, AUDIT, Map.of())
                .jsonPath(entries + "[0].action")
                .isEqualTo("deleteQuota")
                .jsonPath(entries + "[0].before.name")
                .isEqualTo("renamed")
                .jsonPath(entries + "[1].action")
                .isEqualTo("updateQuota")
                .jsonPath(entries + "[1].reason")
                .isEqualTo("a better name")
                .jsonPath(entries + "[1].before.name")
                .isEqualTo("search")
                .jsonPath(entries + "[1].after.version")
                .isEqualTo(2)
                .jsonPath(entries + "[2].action")
                .isEqualTo("createQuota")
                .jsonPath(entries + "[2].after.limits.totalTokens")
                .isEqualTo(1000);
    }

    @Test
    void listsByNamePageByPage() {
        List.of("b", "c", "a").forEach(this::create);
        String page = "$.data.organization.quotas";
        String[] cursor = {""};

        ask(admin, LIST, Map.of("first", 2))
                .jsonPath(page + ".nodes[0].name")
                .isEqualTo("a")
                .jsonPath(page + ".nodes[1].name")
                .isEqualTo("b")
                .jsonPath(page + ".totalCount")
                .isEqualTo(3)
                .jsonPath(page + ".pageInfo.endCursor")
                .value(end -> cursor[0] = String.valueOf(end));
        ask(admin, LIST, Map.of("first", 2, "after", cursor[0]))
                .jsonPath(page + ".nodes[0].name")
                .isEqualTo("c")
                .jsonPath(page + ".nodes[0].utilization.status")
                .isEqualTo("OK")
                .jsonPath(page + ".pageInfo.hasNextPage")
                .isEqualTo(false);
        ask(admin, LIST, Map.of("after", "nonsense"))
                .jsonPath("$.errors[0].extensions.code")
                .isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void findsByNameAndByWhatItHoldsForPageByPage() {
        List.of("b", "c", "a").forEach(this::create);
        create(Map.of("name", "Chat 100%", "scope", Map.of("feature", "chat")));
        create(Map.of("name", "Chat 1000", "scope", Map.of("project", "archive")));
        String page = "$.data.organization.quotas";
        String[] cursor = {""};

        found(Map.of("search", "100%"), "Chat 100%");
        found(Map.of("search", "CHIV"), "Chat 1000");
        found(Map.of("search", " chat ", "scope", List.of("FEATURE", "USER")), "Chat 100%");
        found(Map.of("search", " ", "scope", List.of("TEAM"), "id", List.of()), "a", "b", "c");
        ask(admin, LIST, Map.of("filter", Map.of("scope", List.of("TEAM")), "first", 2))
                .jsonPath(page + ".totalCount")
                .isEqualTo(3)
                .jsonPath(page + ".pageInfo.hasNextPage")
                .isEqualTo(true)
                .jsonPath(page + ".pageInfo.endCursor")
                .value(end -> cursor[0] = String.valueOf(end));
        ask(admin, LIST, Map.of("filter", Map.of("scope", List.of("TEAM")), "first", 2, "after", cursor[0]))
                .jsonPath(page + ".nodes[0].name")
                .isEqualTo("c")
                .jsonPath(page + ".pageInfo.hasNextPage")
                .isEqualTo(false);
        ask(admin, LIST, Map.of("filter", Map.of("search", "\u0000")))
                .jsonPath("$.errors[0].extensions.field")
                .isEqualTo("filter.search");
    }

    @Test
    void findsByIdAndTellsTheNamesOfKeys() {
        String other = key("elsewhere");
        create("other");
        String id = create(Map.of("name", "a key", "scope", Map.of("apiKey", other)));

        found(Map.of("id", List.of(id, "nonsense", other)), "a key");
        found(Map.of("id", List.of("nonsense")));
        ask(admin, LIST, Map.of("filter", Map.of("scope", List.of("API_KEY"))))
                .jsonPath("$.data.organization.quotas.nodes[0].scope.keyName")
                .isEqualTo("elsewhere");
    }

    @Test
    void readsTheUseOfManyAsCheaplyAsOfOne() {
        create("first");
        ask(admin, LIST, Map.of("first", 100));
        int one = statements
                .during("quota", () -> ask(admin, LIST, Map.of("first", 100)))
                .size();
        IntStream.range(0, 49).forEach(i -> create("q" + i));
        ask(admin, LIST, Map.of("first", 100));

        assertThat(statements.during("quota", () -> ask(admin, LIST, Map.of("first", 100))))
                .hasSizeLessThanOrEqualTo(one + 4);
    }

    @Test
    void checksACallWithoutReserving() {
        create("search");

        ask(admin, CHECK, Map.of("context", Map.of("team", "search", "estimatedInputTokens", 1_001)))
                .jsonPath("$.data.quotaCheck.allowed")
                .isEqualTo(false)
                .jsonPath("$.data.quotaCheck.refusedBy.name")
                .isEqualTo("search")
                .jsonPath("$.data.quotaCheck.reason")
                .isEqualTo("EXCEEDED")
                .jsonPath("$.data.quotaCheck.metric")
                .isEqualTo("TOTAL_TOKENS")
                .jsonPath("$.data.quotaCheck.quotas[0].name")
                .isEqualTo("search");
        ask(admin, CHECK, Map.of("context", Map.of("team", "search", "estimatedInputTokens", 1_000)))
                .jsonPath("$.data.quotaCheck.allowed")
                .isEqualTo(true)
                .jsonPath("$.data.quotaCheck.refusedBy")
                .isEmpty();
        ask(admin, CHECK, Map.of("context", Map.of("estimatedCost", "-1")))
                .jsonPath("$.errors[0].extensions.field")
                .isEqualTo("estimatedCost");
    }

    @Test
    void checksACallAsTheKeyAttributesIt() {
        create("search");
        KeyAttribution search = new KeyAttribution("search", null, null, null);
        String key = new GlobalId(
                        "ApiKey",
                        keys.attributing(organization.id(), search, Scope.GATEWAY_CALL)
                                .key()
                                .id()
                                .toString())
                .encode();

        ask(admin, CHECK, Map.of("context", Map.of("apiKey", key, "estimatedInputTokens", 1_001)))
                .jsonPath("$.data.quotaCheck.refusedBy.name")
                .isEqualTo("search");
        ask(admin, CHECK, Map.of("context", Map.of("apiKey", key, "team", "others", "estimatedInputTokens", 1_001)))
                .jsonPath("$.data.quotaCheck.allowed")
                .isEqualTo(true);
    }

    @Test
    void isForThoseWhoMayReadOrChangeSettings() {
        String id = create("search");
        RestTestClient reader = key(Scope.CONTROL_READ);
        RestTestClient caller = key(Scope.GATEWAY_CALL);

        ask(reader, LIST, Map.of()).jsonPath("$.errors").doesNotExist();
        forbidden(ask(caller, LIST, Map.of()));
        forbidden(ask(caller, CHECK, Map.of("context", Map.of())));
        forbidden(ask(reader, CREATE, input(Map.of())));
        forbidden(ask(reader, UPDATE, update(id, Map.of())));
        forbidden(ask(reader, DELETE, Map.of("input", Map.of("id", id))));
        forbidden(ask(reader, OVERRIDE, Map.of("input", Map.of("id", id))));
    }

    private static void forbidden(BodyContentSpec answer) {
        answer.jsonPath("$.errors[0].extensions.code").isEqualTo("FORBIDDEN");
    }

    private void found(Map<String, ?> filter, String... names) {
        String page = "$.data.organization.quotas";
        ask(admin, LIST, Map.of("filter", filter))
                .jsonPath(page + ".nodes[*].name")
                .value(found -> assertThat(found).isEqualTo(List.of(names)))
                .jsonPath(page + ".totalCount")
                .isEqualTo(names.length);
    }

    private String key(String name) {
        ApiKeyId id = apiKeys.create(organization.id(), Cause.TOLLGATE, name, Set.of(Scope.USAGE_WRITE), null)
                .key()
                .id();
        return new GlobalId("ApiKey", id.toString()).encode();
    }

    private String create(String name) {
        return create(Map.of("name", name));
    }

    private String create(Map<String, ?> changes) {
        Map<String, Object> blocking = new HashMap<>(changes);
        blocking.put("mode", "BLOCK");
        byte[] body = ask(admin, CREATE, input(blocking))
                .jsonPath("$.errors")
                .doesNotExist()
                .returnResult()
                .getResponseBody();
        return JsonPath.read(
                new String(Objects.requireNonNull(body), StandardCharsets.UTF_8), "$.data.createQuota.quota.id");
    }

    private static Map<String, ?> input(Map<String, ?> changes) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "name",
                "search",
                "scope",
                Map.of("team", "search"),
                "limits",
                Map.of("totalTokens", 1_000),
                "period",
                "MONTHLY"));
        input.putAll(changes);
        return Map.of("input", input);
    }

    private static Map<String, ?> update(String id, Map<String, ?> changes) {
        Map<String, Object> input = new HashMap<>(changes);
        input.put("id", id);
        return Map.of("input", input);
    }

    private RestTestClient key(Scope... scopes) {
        return api.with(keys.bearer(organization, scopes));
    }

    private BodyContentSpec ask(RestTestClient client, String document, Map<String, ?> variables) {
        return api.graphQl(client, document, variables).expectStatus().isOk().expectBody();
    }
}
