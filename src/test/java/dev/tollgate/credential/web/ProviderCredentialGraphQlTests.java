package dev.tollgate.credential.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.tollgate.core.Scope;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.FakeProvider;
import dev.tollgate.testing.StatementLog;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;

@TollgateTest
class ProviderCredentialGraphQlTests {

    private static final String FIELDS = """
            id provider { name label modelCount } source status disabledReason baseUrl monthlyBudget autoDisable spentThisMonth unpricedRequestsThisMonth
            secretVersion previousSecretUntil validatedAt version createdAt updatedAt""";
    private static final String ADD = """
            mutation($input: AddProviderCredentialInput!) {
              addProviderCredential(input: $input) { providerCredential { %s } } }""".formatted(FIELDS);
    private static final String VALIDATE = """
            mutation($id: ID!) { validateProviderCredential(input: {id: $id}) { providerCredential { validatedAt } } }""";
    private static final String ROTATE = """
            mutation($input: RotateProviderCredentialInput!) { rotateProviderCredential(input: $input) {
              providerCredential { secretVersion previousSecretUntil version } } }""";
    private static final String UPDATE = """
            mutation($input: UpdateProviderCredentialInput!) { updateProviderCredential(input: $input) {
              providerCredential { source status disabledReason monthlyBudget autoDisable version } } }""";
    private static final String REMOVE = """
            mutation($id: ID!) { removeProviderCredential(input: {id: $id}) { removedProviderCredentialId } }""";
    private static final String LIST = "{ organization { providerCredentials { %s } } }".formatted(FIELDS);
    private static final String NODE = "query($id: ID!) { node(id: $id) { ... on ProviderCredential { baseUrl } } }";
    private static final String FIRST = "sk-first-0123456789";
    private static final String SECOND = "sk-second-0123456789";

    private final TestApi api;
    private final TestKeys keys;
    private final StatementLog statements;
    private final TestOrganizations organizations;
    private final Organization organization;
    private final RestTestClient admin;
    private final FakeProvider provider = new FakeProvider(FIRST, SECOND);

    @Autowired
    ProviderCredentialGraphQlTests(
            TestApi api, TestKeys keys, StatementLog statements, TestOrganizations organizations) {
        this.api = api;
        this.keys = keys;
        this.statements = statements;
        this.organizations = organizations;
        this.organization = organizations.create();
        this.admin = key(Scope.ADMIN);
    }

    @AfterEach
    void end() {
        provider.close();
    }

    @Test
    void addsACredentialAndShowsAllButItsSecret() {
        String added = body(ask(admin, ADD, input(Map.of("monthlyBudget", "12.5", "source", "PLATFORM"))));
        Map<String, Object> credential = JsonPath.read(added, "$.data.addProviderCredential.providerCredential");

        assertThat(credential)
                .containsEntry("source", "PLATFORM")
                .containsEntry("status", "ACTIVE")
                .containsEntry("disabledReason", null)
                .containsEntry("baseUrl", provider.baseUrl())
                .containsEntry("autoDisable", true)
                .containsEntry("secretVersion", 1)
                .containsEntry("version", 1)
                .containsEntry("previousSecretUntil", null);
        assertThat(String.valueOf(credential.get("monthlyBudget"))).startsWith("12.5");
        assertThat(String.valueOf(credential.get("provider"))).contains("openai", "OpenAI");
        assertThat(added).doesNotContain(FIRST);
        assertThat(JsonPath.<List<?>>read(
                                body(ask(key(Scope.CONTROL_READ), LIST, Map.of())), "$..providerCredentials[0]")
                        .getFirst())
                .isEqualTo(credential);
        ask(key(Scope.CONTROL_READ), NODE, Map.of("id", String.valueOf(credential.get("id"))))
                .jsonPath("$.data.node.baseUrl")
                .isEqualTo(provider.baseUrl());
        ask(key(Scope.USAGE_READ), NODE, Map.of("id", String.valueOf(credential.get("id"))))
                .jsonPath("$.data.node")
                .isEmpty();
    }

    @Test
    void validatesRotatesChangesAndRemoves() {
        String id = add();

        ask(admin, VALIDATE, Map.of("id", id)).jsonPath("$.errors").doesNotExist();
        ask(admin, ROTATE, Map.of("input", Map.of("id", id, "secret", SECOND, "expectedVersion", 1)))
                .jsonPath("$..secretVersion")
                .isEqualTo(2)
                .jsonPath("$..previousSecretUntil")
                .isNotEmpty();
        Map<String, @Nullable Object> change = new HashMap<>();
        change.put("id", id);
        change.put("expectedVersion", 2);
        change.put("monthlyBudget", "3");
        change.put("autoDisable", false);
        change.put("status", "DISABLED");
        change.put("reason", "trying out");
        ask(admin, UPDATE, Map.of("input", change))
                .jsonPath("$..status")
                .isEqualTo("DISABLED")
                .jsonPath("$..disabledReason")
                .isEqualTo("MANUAL")
                .jsonPath("$..version")
                .isEqualTo(3);
        refused(ask(admin, UPDATE, Map.of("input", change)), "CONFLICT");
        change.put("expectedVersion", 3);
        change.put("monthlyBudget", null);
        change.remove("status");
        ask(admin, UPDATE, Map.of("input", change))
                .jsonPath("$.data.updateProviderCredential.providerCredential.monthlyBudget")
                .isEmpty()
                .jsonPath("$..status")
                .isEqualTo("DISABLED");
        ask(admin, REMOVE, Map.of("id", id))
                .jsonPath("$..removedProviderCredentialId")
                .isEqualTo(id);
        ask(admin, LIST, Map.of())
                .jsonPath("$.data.organization.providerCredentials.length()")
                .isEqualTo(0);
        refused(ask(admin, REMOVE, Map.of("id", id)), "NOT_FOUND");
    }

    @Test
    void tellsTheAuditLogWhyItWasValidatedAndThatTheProviderRefused() {
        String id = add();
        String log = "{ organization { auditLog(filter: {actions: [\"validateProviderCredential\"]}) {"
                + " nodes { outcome reason targetType } } } }";
        String nodes = "$.data.organization.auditLog.nodes";

        ask(admin, VALIDATE.replace("id: $id", "id: $id, reason: \"monthly\""), Map.of("id", id));
        provider.answer("/v1/models", 401);
        refused(ask(admin, VALIDATE, Map.of("id", id)), "BAD_USER_INPUT");

        ask(admin, log, Map.of())
                .jsonPath(nodes + "[0].outcome")
                .isEqualTo("REFUSED")
                .jsonPath(nodes + "[0].targetType")
                .isEqualTo("ProviderCredential")
                .jsonPath(nodes + "[1].outcome")
                .isEqualTo("DONE")
                .jsonPath(nodes + "[1].reason")
                .isEqualTo("monthly");
    }

    @Test
    void needsTheScopes() {
        String id = add();
        RestTestClient reader = key(Scope.CONTROL_READ, Scope.USAGE_READ, Scope.USAGE_WRITE, Scope.GATEWAY_CALL);

        refused(ask(reader, ADD, input(Map.of("provider", "groq"))), "FORBIDDEN");
        refused(ask(reader, VALIDATE, Map.of("id", id)), "FORBIDDEN");
        refused(ask(reader, ROTATE, Map.of("input", Map.of("id", id, "secret", SECOND))), "FORBIDDEN");
        refused(ask(reader, UPDATE, Map.of("input", Map.of("id", id))), "FORBIDDEN");
        refused(ask(reader, REMOVE, Map.of("id", id)), "FORBIDDEN");
        refused(ask(key(Scope.USAGE_READ), LIST, Map.of()), "FORBIDDEN");
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void knowsNoCredentialsOfOthers() {
        String id = add();
        RestTestClient stranger = api.with(keys.bearer(organizations.create(), Scope.ADMIN));

        refused(ask(stranger, VALIDATE, Map.of("id", id)), "NOT_FOUND");
        refused(ask(stranger, ROTATE, Map.of("input", Map.of("id", id, "secret", SECOND))), "NOT_FOUND");
        refused(ask(stranger, UPDATE, Map.of("input", Map.of("id", id))), "NOT_FOUND");
        refused(ask(stranger, REMOVE, Map.of("id", id)), "NOT_FOUND");
        refused(ask(stranger, REMOVE, Map.of("id", "nonsense")), "NOT_FOUND");
        ask(stranger, NODE, Map.of("id", id)).jsonPath("$.data.node").isEmpty();
        assertThat(provider.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "provider, ' '",
        "provider, 'a b'",
        "provider, 'a\u0000'",
        "secret, short",
        "secret, 'sk-with a space 0123'",
        "secret, 'sk-line\nbreak-0123456'",
        "secret, 'sk-ünicode-0123456789'",
        "baseUrl, nonsense",
        "baseUrl, https://10.0.0.1/v1",
        "baseUrl, http://8.8.8.8/v1",
        "monthlyBudget, 0",
        "monthlyBudget, 1000001",
        "reason, 'a\u0000'"
    })
    void namesTheFieldThatIsWrong(String field, String value) {
        refused(ask(admin, ADD, input(Map.of(field, value))), "BAD_USER_INPUT")
                .jsonPath("$.errors[0].extensions.field")
                .isEqualTo(field);
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    void wantsAnAddressWhereNoneIsKnown() {
        Map<String, Object> input = Map.of("provider", "some-vendor", "secret", FIRST);

        refused(ask(admin, ADD, Map.of("input", input)), "BAD_USER_INPUT")
                .jsonPath("$.errors[0].extensions.field")
                .isEqualTo("baseUrl");
    }

    @ParameterizedTest
    @CsvSource({"401, BAD_USER_INPUT, secret", "302, BAD_USER_INPUT, baseUrl", "503, UNAVAILABLE, baseUrl"})
    void tellsWhatTheProviderSays(int status, String code, String field) {
        provider.answer("/v1/models", status);

        refused(ask(admin, ADD, input(Map.of())), code)
                .jsonPath("$.errors[0].extensions.field")
                .isEqualTo(field);
        ask(admin, LIST, Map.of())
                .jsonPath("$.data.organization.providerCredentials.length()")
                .isEqualTo(0);
    }

    @Test
    void readsForManyAsOftenAsForOne() {
        add();
        int forOne = countStatements();
        for (int i = 0; i < 49; i++) {
            ask(admin, ADD, input(Map.of("provider", "vendor-" + i)))
                    .jsonPath("$.errors")
                    .doesNotExist();
        }

        assertThat(countStatements()).isEqualTo(forOne);
    }

    private int countStatements() {
        return statements
                .during(
                        "provider_credential",
                        () -> ask(admin, LIST, Map.of()).jsonPath("$.errors").doesNotExist())
                .size();
    }

    private String add() {
        return JsonPath.read(
                body(ask(admin, ADD, input(Map.of()))), "$.data.addProviderCredential.providerCredential.id");
    }

    private Map<String, ?> input(Map<String, ?> more) {
        Map<String, Object> input =
                new HashMap<>(Map.of("provider", "openai", "secret", FIRST, "baseUrl", provider.baseUrl()));
        input.putAll(more);
        return Map.of("input", input);
    }

    private RestTestClient key(Scope... scopes) {
        return api.with(keys.bearer(organization, scopes));
    }

    private BodyContentSpec ask(RestTestClient client, String document, Map<String, ?> variables) {
        return api.graphQl(client, document, variables).expectStatus().isOk().expectBody();
    }

    private static String body(BodyContentSpec answer) {
        return new String(
                Objects.requireNonNull(answer.jsonPath("$.errors")
                        .doesNotExist()
                        .returnResult()
                        .getResponseBody()),
                StandardCharsets.UTF_8);
    }

    private static BodyContentSpec refused(BodyContentSpec answer, String code) {
        return answer.jsonPath("$.errors[0].extensions.code").isEqualTo(code);
    }
}
