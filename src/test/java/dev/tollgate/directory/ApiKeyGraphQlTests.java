package dev.tollgate.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.apikey.ApiKey;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.Scope;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;

@TollgateTest
class ApiKeyGraphQlTests {

    private static final String CREATE = """
            mutation($input: CreateApiKeyInput!) {
              createApiKey(input: $input) { secret apiKey { id name prefix scopes createdAt expiresAt revokedAt } } }""";
    private static final String REVOKE = """
            mutation($id: ID!) { revokeApiKey(input: {id: $id}) { apiKey { id revokedAt } } }""";
    private static final String LIST = """
            query($search: String, $first: Int, $after: String) { organization { apiKeys(search: $search, first: $first, after: $after) {
              totalCount nodes { name } edges { cursor } pageInfo { hasNextPage hasPreviousPage endCursor } } } }""";

    private final TestApi api;
    private final TestKeys testKeys;
    private final ApiKeys keys;
    private final Organization organization;
    private final OrganizationId others;

    @Autowired
    ApiKeyGraphQlTests(TestApi api, TestKeys testKeys, ApiKeys keys, TestOrganizations organizations) {
        this.api = api;
        this.testKeys = testKeys;
        this.keys = keys;
        this.organization = organizations.create();
        this.others = organizations.create().id();
    }

    @Test
    void showsTheSecretOfANewKeyOnce() {
        Map<String, ?> input =
                Map.of("name", "ci", "scopes", List.of("USAGE_READ"), "expiresAt", "2126-11-22T05:15:46.680+01:00");

        ask(key(Scope.ADMIN), CREATE, Map.of("input", input))
                .jsonPath("$.data.createApiKey.apiKey.name")
                .isEqualTo("ci")
                .jsonPath("$.data.createApiKey.apiKey.scopes[0]")
                .isEqualTo("USAGE_READ")
                .jsonPath("$.data.createApiKey.apiKey.expiresAt")
                .isEqualTo("2126-11-22T04:15:46.680Z")
                .jsonPath("$.data.createApiKey.apiKey.revokedAt")
                .isEmpty()
                .jsonPath("$.data.createApiKey.secret")
                .value(secret ->
                        assertThat(keys.authenticate(String.valueOf(secret))).isPresent());
    }

    @Test
    void givesAKeyNoScopeThatItsCreatorLacks() {
        RestTestClient writer = key(Scope.CONTROL_WRITE, Scope.USAGE_READ);

        refused(create(writer, "ci", "USAGE_READ", "ADMIN"), "FORBIDDEN");
        refused(create(writer, "ci", "USAGE_WRITE"), "FORBIDDEN");
        create(writer, "ci", "USAGE_READ", "CONTROL_WRITE").jsonPath("$.errors").doesNotExist();
        refused(create(key(Scope.USAGE_READ), "ci", "USAGE_READ"), "FORBIDDEN");
    }

    @ParameterizedTest
    @CsvSource({"' '", "'\u0000'", "'a\nb'"})
    void refusesNamesThatCannotBeShown(String name) {
        refused(create(key(Scope.ADMIN), name, "USAGE_READ"), "BAD_USER_INPUT")
                .jsonPath("$.errors[0].extensions.field")
                .isEqualTo("name");
    }

    @Test
    void refusesWhatAKeyCannotBe() {
        refused(create(key(Scope.ADMIN), "x".repeat(101), "USAGE_READ"), "BAD_USER_INPUT");
        refused(create(key(Scope.ADMIN), "ci"), "BAD_USER_INPUT");
        Map<String, ?> past =
                Map.of("name", "ci", "scopes", List.of("USAGE_READ"), "expiresAt", "2020-01-01T00:00:00Z");
        refused(ask(key(Scope.ADMIN), CREATE, Map.of("input", past)), "BAD_USER_INPUT")
                .jsonPath("$.errors[0].extensions.field")
                .isEqualTo("expiresAt");
    }

    @Test
    void revokesAKeyForGood() {
        ApiKey key = keys.create(organization.id(), Cause.TOLLGATE, "ci", Set.of(Scope.USAGE_READ), null)
                .key();
        RestTestClient admin = key(Scope.ADMIN);

        revoke(admin, key).jsonPath("$.data.revokeApiKey.apiKey.revokedAt").isNotEmpty();

        Instant revokedAt = keys.find(organization.id(), key.id()).orElseThrow().revokedAt();
        assertThat(revokedAt).isNotNull();
        revoke(admin, key).jsonPath("$.data.revokeApiKey.apiKey.revokedAt").isEqualTo(revokedAt.toString());
        refused(revoke(key(Scope.CONTROL_READ), key), "FORBIDDEN");
    }

    @Test
    void knowsNoKeysOfOthers() {
        ApiKey theirs = keys.create(others, Cause.TOLLGATE, "theirs", Set.of(Scope.USAGE_READ), null)
                .key();
        RestTestClient admin = key(Scope.ADMIN);

        refused(revoke(admin, theirs), "NOT_FOUND");
        refused(ask(admin, REVOKE, Map.of("id", "nonsense")), "NOT_FOUND");
        assertThat(keys.find(others, theirs.id()).orElseThrow().revokedAt()).isNull();
        ask(admin, "query($id: ID!) { node(id: $id) { id } }", Map.of("id", ApiKeyNodes.id(theirs)))
                .jsonPath("$.data.node")
                .isEmpty();
        ask(admin, LIST, Map.of("first", 100))
                .jsonPath("$..nodes[?(@.name == 'theirs')]")
                .isEmpty();
    }

    @Test
    void listsNewestFirstInPages() {
        RestTestClient reader = key(Scope.CONTROL_READ);
        List.of("first", "second")
                .forEach(name -> keys.create(organization.id(), Cause.TOLLGATE, name, Set.of(Scope.ADMIN), null));
        String page = "$.data.organization.apiKeys";
        String[] cursor = {""};

        ask(reader, LIST, Map.of("first", 2))
                .jsonPath(page + ".nodes[0].name")
                .isEqualTo("second")
                .jsonPath(page + ".nodes[1].name")
                .isEqualTo("first")
                .jsonPath(page + ".totalCount")
                .isEqualTo(3)
                .jsonPath(page + ".pageInfo.hasNextPage")
                .isEqualTo(true)
                .jsonPath(page + ".pageInfo.endCursor")
                .value(end -> cursor[0] = String.valueOf(end));
        ask(reader, LIST, Map.of("first", 2, "after", cursor[0]))
                .jsonPath(page + ".nodes[0].name")
                .isEqualTo("test")
                .jsonPath(page + ".pageInfo.hasNextPage")
                .isEqualTo(false)
                .jsonPath(page + ".pageInfo.hasPreviousPage")
                .isEqualTo(true);
    }

    @Test
    void refusesPagesThatAreNone() {
        RestTestClient reader = key(Scope.CONTROL_READ);

        refused(ask(reader, LIST, Map.of("first", 0)), "BAD_USER_INPUT");
        refused(ask(reader, LIST, Map.of("first", 101)), "BAD_USER_INPUT");
        refused(ask(reader, LIST, Map.of("after", "nonsense")), "BAD_USER_INPUT");
        refused(ask(key(Scope.USAGE_READ), LIST, Map.of()), "FORBIDDEN");
    }

    private RestTestClient key(Scope... scopes) {
        return api.with(testKeys.bearer(organization, scopes));
    }

    private BodyContentSpec create(RestTestClient client, String name, String... scopes) {
        return ask(client, CREATE, Map.of("input", Map.of("name", name, "scopes", List.of(scopes))));
    }

    private BodyContentSpec revoke(RestTestClient client, ApiKey key) {
        return ask(client, REVOKE, Map.of("id", ApiKeyNodes.id(key)));
    }

    private BodyContentSpec ask(RestTestClient client, String document, Map<String, ?> variables) {
        return api.graphQl(client, document, variables).expectStatus().isOk().expectBody();
    }

    private static BodyContentSpec refused(BodyContentSpec answer, String code) {
        return answer.jsonPath("$.errors[0].extensions.code").isEqualTo(code);
    }
}
