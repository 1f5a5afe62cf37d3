package dev.tollgate.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.tollgate.access.Accounts;
import dev.tollgate.access.Role;
import dev.tollgate.apikey.ApiKey;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.Scope;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Keys that people make for themselves, what keys bring to events, and where they may be used from. */
@TollgateTest
@ExtendWith(OutputCaptureExtension.class)
class OwnKeysGraphQlTests {

    private static final String PASSWORD = "correct horse battery";
    private static final String CREATE = """
            mutation($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret clientMutationId apiKey {
              id owner { email } team project environment feature allowedModels allowedNetworks rotatedAt lastUsedAt
              usage { requests totalTokens cost } } } }""";
    private static final String ROTATE = """
            mutation($input: RotateApiKeyInput!) { rotateApiKey(input: $input) {
              secret clientMutationId apiKey { id rotatedAt } } }""";
    private static final String REVOKE =
            "mutation($id: ID!) { revokeApiKey(input: {id: $id, reason: \"leaked\"}) { apiKey { id } } }";
    private static final String LIST = """
            { organization { apiKeys { totalCount nodes { id name owner { name } lastUsedAt usage { requests totalTokens } } } } }""";
    private static final String BREAKDOWN = """
            { organization { usage(range: {last: "PT1H"}) { breakdown(by: [TEAM, PROJECT, ENVIRONMENT, FEATURE]) {
              rows { nodes { keys { value } } } } } } }""";

    private final TestApi api;
    private final TestKeys testKeys;
    private final ApiKeys keys;
    private final Accounts accounts;
    private final Organization organization;

    @Autowired
    OwnKeysGraphQlTests(
            TestApi api, TestKeys testKeys, ApiKeys keys, Accounts accounts, TestOrganizations organizations) {
        this.api = api;
        this.testKeys = testKeys;
        this.keys = keys;
        this.accounts = accounts;
        this.organization = organizations.create();
    }

    @Test
    void aMemberManagesTheirOwnAndNoOther() {
        RestTestClient member = person(Role.MEMBER);
        String theirs = ApiKeyNodes.id(others());

        String own = JsonPath.read(create(member, "USAGE_WRITE", "GATEWAY_CALL"), "$.data.createApiKey.apiKey.id");

        assertThat(ask(member, LIST, Map.of()))
                .contains("\"totalCount\":1", own)
                .doesNotContain(theirs);
        assertThat(ask(member, ROTATE, Map.of("input", Map.of("id", own)))).contains("\"secret\":\"tg_");
        assertThat(ask(member, "query($id: ID!) { node(id: $id) { id } }", Map.of("id", own)))
                .contains(own);
        assertThat(ask(member, "query($id: ID!) { node(id: $id) { id } }", Map.of("id", theirs)))
                .contains("\"node\":null");
        assertThat(ask(member, ROTATE, Map.of("input", Map.of("id", theirs)))).contains("FORBIDDEN");
        assertThat(ask(member, REVOKE, Map.of("id", theirs))).contains("FORBIDDEN");
        assertThat(ask(member, REVOKE, Map.of("id", own))).contains(own);
        assertThat(ask(admin(), LIST, Map.of())).contains("\"owner\":{\"name\":\"MEMBER\"}");
    }

    @ParameterizedTest
    @EnumSource(
            value = Scope.class,
            names = {"USAGE_READ", "CONTROL_READ", "CONTROL_WRITE", "ADMIN"})
    void aMemberGivesNoRightsAway(Scope scope) {
        assertThat(create(person(Role.MEMBER), scope.name())).contains("FORBIDDEN");
    }

    @Test
    void anAnalystReadsAndNothingElse() {
        RestTestClient analyst = person(Role.ANALYST);

        assertThat(create(analyst, "USAGE_READ", "CONTROL_READ")).contains("\"secret\":\"tg_");
        assertThat(create(analyst, "USAGE_WRITE")).contains("FORBIDDEN");
        assertThat(ask(analyst, REVOKE, Map.of("id", ApiKeyNodes.id(others())))).contains("FORBIDDEN");
    }

    @Test
    void whoMayLessThanAKeyGetsNoSecretOfIt() {
        ApiKey mighty = keys.create(organization.id(), Cause.TOLLGATE, "mighty", Set.of(Scope.ADMIN), null)
                .key();
        RestTestClient writer = api.with(testKeys.bearer(organization, Scope.CONTROL_WRITE));

        assertThat(ask(writer, ROTATE, Map.of("input", Map.of("id", ApiKeyNodes.id(mighty)))))
                .contains("FORBIDDEN");
    }

    @Test
    void aRequestSentAgainShowsNoSecret() {
        Map<String, ?> input =
                Map.of("name", "ci", "scopes", List.of("USAGE_READ"), "clientMutationId", "once", "team", "core");
        RestTestClient admin = admin();

        String first = ask(admin, CREATE, Map.of("input", input));
        String again = ask(admin, CREATE, Map.of("input", input));

        assertThat(first).contains("\"secret\":\"tg_", "\"clientMutationId\":\"once\"");
        assertThat(again).contains("\"secret\":null", JsonPath.<String>read(first, "$.data.createApiKey.apiKey.id"));
    }

    @Test
    void eventsAreAttributedAsTheKeySays() {
        Map<String, ?> input = Map.of(
                "name", "ci",
                "scopes", List.of("USAGE_WRITE"),
                "team", " search ",
                "project", "assistant",
                "environment", "production",
                "feature", "chat",
                "allowedModels", List.of("openai/*"));
        String created = ask(admin(), CREATE, Map.of("input", input));
        assertThat(created).contains("\"team\":\"search\"", "\"allowedModels\":[\"openai/*\"]", "\"requests\":0");
        RestTestClient writer = api.with("Bearer " + JsonPath.<String>read(created, "$.data.createApiKey.secret"));

        record(writer, "");
        record(writer, ",\"team\":\"billing\",\"feature\":\"summary\"");

        RestTestClient reader = admin();
        Awaitility.await().until(() -> ask(reader, LIST, Map.of()).contains("\"requests\":2,\"totalTokens\":20"));
        assertThat(ask(reader, BREAKDOWN, Map.of()).replace("{\"value\":", "").replace("}", ""))
                .contains("\"search\",\"assistant\",\"production\",\"chat\"")
                .contains("\"billing\",\"assistant\",\"production\",\"summary\"");
    }

    @Test
    void callsFromElsewhereAreForbidden() {
        String inside = secret(List.of("127.0.0.0/8", "::1"));
        String outside = secret(List.of("192.0.2.0/24"));

        assertThat(ask(api.with("Bearer " + inside), "{ viewer { scopes } }", Map.of()))
                .contains("USAGE_READ");
        api.graphQl(api.with("Bearer " + outside), "{ viewer { scopes } }", Map.of())
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.errors[0].extensions.code")
                .isEqualTo("FORBIDDEN");
        assertThat(ask(
                        admin(),
                        "{ organization { auditLog(filter: {outcome: REFUSED}) { nodes { action reason address } } } }",
                        Map.of()))
                .contains("useApiKey", "127.0.0.1");
    }

    @ParameterizedTest
    @EnumSource(Wrong.class)
    void refusesWhatAKeyCannotBe(Wrong wrong) {
        Map<String, ?> input = Map.of("name", "ci", "scopes", List.of("USAGE_READ"), wrong.field(), wrong.value);

        assertThat(ask(admin(), CREATE, Map.of("input", input)))
                .contains("BAD_USER_INPUT", "\"field\":\"" + wrong.field() + "\"");
    }

    enum Wrong {
        TEAM("team", " "),
        PROJECT("project", "x".repeat(201)),
        ENVIRONMENT("environment", "a\u0000b"),
        FEATURE("feature", "\ud83d"),
        MODELS("allowedModels", List.of("")),
        NETWORKS("allowedNetworks", List.of("example.com"));

        private final String field;

        @SuppressWarnings("ImmutableEnumChecker") // a text or a list of one
        private final Object value;

        Wrong(String field, Object value) {
            this.field = field;
            this.value = value;
        }

        String field() {
            return field;
        }
    }

    /** The canary: secrets are in the answer that gives them out, and nowhere else. */
    @Test
    void secretsAreShownOnceAndNowhereElse(CapturedOutput logged) {
        RestTestClient admin = admin();
        String created = create(admin, "USAGE_READ");
        String id = JsonPath.read(created, "$.data.createApiKey.apiKey.id");
        String rotated = ask(admin, ROTATE, Map.of("input", Map.of("id", id)));
        List<String> secrets = List.of(
                JsonPath.read(created, "$.data.createApiKey.secret"),
                JsonPath.read(rotated, "$.data.rotateApiKey.secret"));
        ask(admin, REVOKE, Map.of("id", id));

        String seen = ask(admin, LIST, Map.of())
                + ask(admin, "{ organization { auditLog { nodes { action before after reason } } } }", Map.of())
                + logged.getAll();

        assertThat(seen).contains("rotateApiKey", "leaked");
        secrets.forEach(secret -> assertThat(seen).doesNotContain(secret.substring(12)));
    }

    private RestTestClient admin() {
        return api.with(testKeys.bearer(organization, Scope.ADMIN));
    }

    private RestTestClient person(Role role) {
        String email = UUID.randomUUID() + "@example.com";
        accounts.create(email, role.name(), PASSWORD, organization.id(), role);
        return api.signedIn(email, PASSWORD)
                .mutate()
                .defaultHeader("Sec-Fetch-Site", "same-origin")
                .build();
    }

    private ApiKey others() {
        return keys.create(organization.id(), Cause.TOLLGATE, "others", Set.of(Scope.USAGE_WRITE), null)
                .key();
    }

    private String create(RestTestClient client, String... scopes) {
        return ask(client, CREATE, Map.of("input", Map.of("name", "ci", "scopes", List.of(scopes))));
    }

    private String secret(List<String> networks) {
        Map<String, ?> input = Map.of("name", "ci", "scopes", List.of("USAGE_READ"), "allowedNetworks", networks);
        return JsonPath.read(ask(admin(), CREATE, Map.of("input", input)), "$.data.createApiKey.secret");
    }

    private static void record(RestTestClient client, String more) {
        client.post()
                .uri("/v1/usage/events")
                .contentType(MediaType.APPLICATION_JSON)
                .body("""
                        {"id":"%s","occurredAt":"%s","provider":"openai","model":"gpt-5.5","inputTokens":7,"outputTokens":3%s}
                        """.formatted(UUID.randomUUID(), java.time.Instant.now(), more))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private String ask(RestTestClient client, String document, Map<String, ?> variables) {
        byte[] body = api.graphQl(client, document, variables)
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }
}
