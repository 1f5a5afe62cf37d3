package dev.tollgate.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.tollgate.audit.AuditFilter;
import dev.tollgate.audit.AuditTrail;
import dev.tollgate.core.Scope;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@TollgateTest
class UnitsGraphQlTests {

    private final TestApi api;
    private final TestKeys keys;
    private final AuditTrail audit;
    private final Organization organization;

    @Autowired
    UnitsGraphQlTests(TestApi api, TestKeys keys, AuditTrail audit, TestOrganizations organizations) {
        this.api = api;
        this.keys = keys;
        this.audit = audit;
        this.organization = organizations.create();
    }

    @ParameterizedTest
    @CsvSource({"Team, team, teams", "Project, project, projects", "CostCenter, costCenter, costCenters"})
    void areDeclaredRenamedAndForgotten(String type, String field, String list) {
        RestTestClient admin = key(Scope.CONTROL_WRITE, Scope.CONTROL_READ);
        String create = "mutation($key: String!) { create%s(input: {key: $key}) { %s { id key name } } }"
                .formatted(type, field);
        String created = ask(admin, create, Map.of("key", " b "));
        assertThat(created).contains("\"key\":\"b\",\"name\":\"b\"");
        ask(admin, create, Map.of("key", "a"));
        String id = JsonPath.read(created, "$.data.create%s.%s.id".formatted(type, field));

        assertThat(ask(admin, create, Map.of("key", "b"))).contains("CONFLICT");
        assertThat(ask(admin, create, Map.of("key", " "))).contains("\"field\":\"key\"");
        String page =
                "{ organization { %s(first: 1) { totalCount nodes { key } pageInfo { hasNextPage endCursor } } } }"
                        .formatted(list);
        assertThat(ask(admin, page, Map.of()))
                .contains("\"totalCount\":2", "\"nodes\":[{\"key\":\"a\"}]", "\"hasNextPage\":true");
        String update = "mutation($id: ID!) { update%s(input: {id: $id, name: \"B!\"}) { %s { key name } } }"
                .formatted(type, field);
        assertThat(ask(admin, update, Map.of("id", id))).contains("\"key\":\"b\",\"name\":\"B!\"");
        String delete = "mutation($id: ID!) { delete%s(input: {id: $id}) { id } }".formatted(type);
        assertThat(ask(admin, delete, Map.of("id", id))).contains(id);
        assertThat(ask(admin, delete, Map.of("id", id))).contains("NOT_FOUND");
        assertThat(audit.list(organization.id(), AuditFilter.ALL, null, 3))
                .extracting(entry -> entry.action())
                .containsExactly("delete" + type, "update" + type, "create" + type);
        assertThat(ask(key(Scope.CONTROL_READ), create, Map.of("key", "c"))).contains("FORBIDDEN");
        assertThat(ask(key(Scope.USAGE_READ), page, Map.of())).contains("FORBIDDEN");
    }

    @Test
    void anOrganizationIsCalledAsItWants() {
        String rename =
                "mutation($name: String!) { updateOrganization(input: {name: $name}) { organization { name } } }";

        assertThat(ask(key(Scope.CONTROL_WRITE), rename, Map.of("name", " Acme ")))
                .contains("\"name\":\"Acme\"");
        assertThat(ask(key(Scope.CONTROL_WRITE), "{ organization { name } }", Map.of()))
                .contains("\"Acme\"");
        assertThat(ask(key(Scope.CONTROL_WRITE), rename, Map.of("name", ""))).contains("\"field\":\"name\"");
        assertThat(ask(key(Scope.CONTROL_READ), rename, Map.of("name", "x"))).contains("FORBIDDEN");
    }

    private RestTestClient key(Scope... scopes) {
        return api.with(keys.bearer(organization, scopes));
    }

    private String ask(RestTestClient client, String document, Map<String, ?> variables) {
        byte[] body = api.graphQl(client, document, variables)
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }
}
