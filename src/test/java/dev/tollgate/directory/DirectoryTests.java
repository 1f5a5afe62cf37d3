package dev.tollgate.directory;

import dev.tollgate.access.Accounts;
import dev.tollgate.access.Role;
import dev.tollgate.core.Scope;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;

@TollgateTest
class DirectoryTests {

    private static final String PASSWORD = "correct horse battery";
    private static final String NODE = "query($id: ID!) { node(id: $id) { __typename id } }";

    private final TestApi api;
    private final TestKeys keys;
    private final Accounts accounts;
    private final Organization organization;
    private final Organization others;

    @Autowired
    DirectoryTests(TestApi api, TestKeys keys, Accounts accounts, TestOrganizations organizations) {
        this.api = api;
        this.keys = keys;
        this.accounts = accounts;
        this.organization = organizations.create();
        this.others = organizations.create();
    }

    @Test
    void tellsAKeyWhoItIs() {
        ask(
                        key(Scope.USAGE_WRITE, Scope.USAGE_READ),
                        "{ viewer { user { id } apiKey { name } organization { slug } scopes } }")
                .jsonPath("$.data.viewer.user")
                .isEmpty()
                .jsonPath("$.data.viewer.apiKey.name")
                .isEqualTo("test")
                .jsonPath("$.data.viewer.organization.slug")
                .isEqualTo(organization.slug())
                .jsonPath("$.data.viewer.scopes[0]")
                .isEqualTo("USAGE_WRITE")
                .jsonPath("$.data.viewer.scopes[1]")
                .isEqualTo("USAGE_READ");
    }

    @Test
    void tellsAPersonWhoTheyAre() {
        ask(person(Role.ANALYST), "{ viewer { user { name } apiKey { id } scopes } }")
                .jsonPath("$.data.viewer.user.name")
                .isEqualTo("Ada")
                .jsonPath("$.data.viewer.apiKey")
                .isEmpty()
                .jsonPath("$.data.viewer.scopes.length()")
                .isEqualTo(2);
    }

    @Test
    void answersNobody() {
        api.graphQl(api.anonymous(), "{ viewer { scopes } }", Map.of())
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void answersForTheViewersOwnOrganization() {
        String document = "query($slug: String) { organization(slug: $slug) { id slug name timeZone } }";

        assertOwn(ask(key(Scope.USAGE_READ), document));
        assertOwn(ask(key(Scope.USAGE_READ), document, Map.of("slug", organization.slug())));
    }

    private void assertOwn(BodyContentSpec answer) {
        answer.jsonPath("$.data.organization.slug")
                .isEqualTo(organization.slug())
                .jsonPath("$.data.organization.timeZone")
                .isEqualTo("Z");
    }

    @Test
    void tellsNoOtherOrganizationFromNone() {
        String document = "query($slug: String) { organization(slug: $slug) { id } }";

        for (String slug : List.of(others.slug(), "none", "")) {
            ask(key(Scope.ADMIN), document, Map.of("slug", slug))
                    .jsonPath("$.errors[0].extensions.code")
                    .isEqualTo("NOT_FOUND")
                    .jsonPath("$.errors[0].message")
                    .isEqualTo("There is no such organization.");
        }
    }

    @Test
    void findsItsOwnNodes() {
        String own = new GlobalId("Organization", organization.id().toString()).encode();

        ask(key(Scope.USAGE_READ), NODE, Map.of("id", own))
                .jsonPath("$.data.node.__typename")
                .isEqualTo("Organization")
                .jsonPath("$.data.node.id")
                .isEqualTo(own);
    }

    @Test
    void findsNoNodesOfOthers() {
        for (String type : List.of("Organization", "ApiKey", "User")) {
            for (String id : List.of(others.id().toString(), UUID.randomUUID().toString(), "nonsense")) {
                ask(key(Scope.ADMIN), NODE, Map.of("id", new GlobalId(type, id).encode()))
                        .jsonPath("$.data.node")
                        .isEmpty()
                        .jsonPath("$.errors")
                        .doesNotExist();
            }
        }
    }

    private RestTestClient key(Scope... scopes) {
        return api.with(keys.bearer(organization, scopes));
    }

    private RestTestClient person(Role role) {
        String email = UUID.randomUUID() + "@example.com";
        accounts.create(email, "Ada", PASSWORD, organization.id(), role);
        return api.signedIn(email, PASSWORD)
                .mutate()
                .defaultHeader("Sec-Fetch-Site", "same-origin")
                .build();
    }

    private BodyContentSpec ask(RestTestClient client, String document) {
        return ask(client, document, Map.of());
    }

    private BodyContentSpec ask(RestTestClient client, String document, Map<String, ?> variables) {
        return api.graphQl(client, document, variables).expectStatus().isOk().expectBody();
    }
}
