package dev.tollgate.directory;

import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.Scope;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;

@TollgateTest
class AuditLogGraphQlTests {

    private static final String CREATE =
            "mutation { createApiKey(input: {name: \"audited\", scopes: [USAGE_READ]}) { apiKey { id } } }";
    private static final String LOG = """
            query($filter: AuditFilter, $first: Int, $after: String) { organization {
              auditVerification { intact }
              auditLog(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
                nodes { sequence actorType actorName action outcome targetType targetId after reason address } } } }""";
    private static final String NODES = "$.data.organization.auditLog.nodes";

    private final TestApi api;
    private final TestKeys keys;
    private final Organization organization;

    @Autowired
    AuditLogGraphQlTests(TestApi api, TestKeys keys, TestOrganizations organizations) {
        this.api = api;
        this.keys = keys;
        this.organization = organizations.create();
    }

    @Test
    void tellsWhoMadeAKeyAndWhatItMayDo() {
        ask(key(Scope.ADMIN), CREATE, Map.of());

        ask(key(Scope.ADMIN), LOG, Map.of("filter", Map.of("actions", "createApiKey"), "first", 100))
                .jsonPath(NODES + "[?(@.after.name == 'audited')].actorType")
                .isEqualTo("API_KEY")
                .jsonPath(NODES + "[?(@.after.name == 'audited')].actorName")
                .isEqualTo("test")
                .jsonPath(NODES + "[?(@.after.name == 'audited')].after.scopes[0]")
                .isEqualTo("USAGE_READ")
                .jsonPath(NODES + "[?(@.after.name == 'audited')].address")
                .isEqualTo("127.0.0.1")
                .jsonPath("$.data.organization.auditVerification.intact")
                .isEqualTo(true);
    }

    @Test
    void tellsWhatWasRefused() {
        ask(key(Scope.USAGE_READ), CREATE, Map.of());

        ask(key(Scope.ADMIN), LOG, Map.of("filter", Map.of("outcome", "REFUSED")))
                .jsonPath(NODES + "[0].action")
                .isEqualTo("createApiKey")
                .jsonPath(NODES + "[0].reason")
                .isEqualTo("This needs the scope control:write.");
    }

    @Test
    void tellsOnceAMinuteWhatWasRefusedAndWhatItWasAbout() {
        RestTestClient reader = key(Scope.USAGE_READ);
        String id = ApiKeyNodes.id(new ApiKeyId(UUID.randomUUID()));
        for (String mutation : List.of(
                "revokeApiKey(input: {id: \"" + id + "\"}) { apiKey { id } }",
                "setFeature(input: {name: \"chat\", state: OFF}) { feature { name } }")) {
            ask(reader, "mutation { " + mutation + " }", Map.of());
            ask(reader, "mutation { " + mutation + " }", Map.of());
        }
        ask(reader, "{ organization { members(first: 1) { totalCount } } }", Map.of());

        ask(key(Scope.ADMIN), LOG, Map.of("filter", Map.of("outcome", "REFUSED")))
                .jsonPath(NODES + ".length()")
                .isEqualTo(3)
                .jsonPath(NODES + "[0].action")
                .isEqualTo("Organization.members")
                .jsonPath(NODES + "[0].actorType")
                .isEqualTo("API_KEY")
                .jsonPath(NODES + "[1].targetId")
                .isEqualTo("chat")
                .jsonPath(NODES + "[2].targetType")
                .isEqualTo("ApiKey")
                .jsonPath(NODES + "[2].address")
                .isEqualTo("127.0.0.1");
    }

    @Test
    void tellsWhatWasRefusedOverHttp() {
        api.with(keys.bearer(organization, Scope.USAGE_READ))
                .post()
                .uri("/v1/usage/events")
                .contentType(MediaType.APPLICATION_JSON)
                .body("[]")
                .exchange()
                .expectStatus()
                .isForbidden();

        ask(key(Scope.ADMIN), LOG, Map.of("filter", Map.of("outcome", "REFUSED")))
                .jsonPath(NODES + "[0].action")
                .isEqualTo("POST /v1/usage/events")
                .jsonPath(NODES + "[0].reason")
                .isEqualTo("This needs the scope usage:write.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"actions", "targetType", "targetId"})
    void refusesWhatNoEntryCanHave(String field) {
        ask(key(Scope.ADMIN), LOG, Map.of("filter", Map.of(field, "a\u0000b")))
                .jsonPath("$.errors[0].extensions.code")
                .isEqualTo("BAD_USER_INPUT")
                .jsonPath("$.errors[0].extensions.field")
                .isEqualTo("filter." + field);
    }

    @Test
    void tellsWhyAKeyWasMadeAndSomebodyInvited() {
        RestTestClient admin = key(Scope.ADMIN);
        ask(admin, CREATE.replace("name:", "reason: \"for the build\", name:"), Map.of());
        String invite = "mutation { inviteMember(input: {email: \"%s@example.com\", reason: \"new here\"}) { path } }";
        ask(admin, invite.formatted(UUID.randomUUID()), Map.of());

        ask(admin, LOG, Map.of())
                .jsonPath(NODES + "[0].reason")
                .isEqualTo("new here")
                .jsonPath(NODES + "[1].reason")
                .isEqualTo("for the build");
    }

    @Test
    void isShownPageByPage() {
        RestTestClient admin = key(Scope.ADMIN);
        ask(admin, CREATE, Map.of());

        ask(admin, LOG, Map.of("first", 1))
                .jsonPath("$.data.organization.auditLog.pageInfo.hasNextPage")
                .isEqualTo(true)
                .jsonPath("$.data.organization.auditLog.totalCount")
                .isEqualTo(2);
        ask(admin, LOG, Map.of("first", 1, "after", "forged"))
                .jsonPath("$.errors[0].extensions.code")
                .isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void isShownToThoseWhoMayReadSettings() {
        ask(key(Scope.USAGE_READ), LOG, Map.of())
                .jsonPath("$.errors[0].extensions.code")
                .isEqualTo("FORBIDDEN");
    }

    private RestTestClient key(Scope... scopes) {
        return api.with(keys.bearer(organization, scopes));
    }

    private BodyContentSpec ask(RestTestClient client, String document, Map<String, ?> variables) {
        return api.graphQl(client, document, variables).expectStatus().isOk().expectBody();
    }
}
