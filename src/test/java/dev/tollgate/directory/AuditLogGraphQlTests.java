package dev.tollgate.directory;

import dev.tollgate.core.Scope;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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
                nodes { sequence actorType actorName action outcome targetType after reason address } } } }""";
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
