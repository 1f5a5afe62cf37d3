package dev.tollgate.directory;

import com.jayway.jsonpath.JsonPath;
import dev.tollgate.access.Account;
import dev.tollgate.access.Accounts;
import dev.tollgate.access.Role;
import dev.tollgate.audit.AuditFilter;
import dev.tollgate.audit.AuditTrail;
import dev.tollgate.core.Scope;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What tests do about the people of an organization: over the API, as an administrator or as one of them. */
final class TestPeople {

    static final String PASSWORD = "correct horse battery";
    static final String OTHER_PASSWORD = "staple correct horse";
    static final String INVITE = """
            mutation($email: String!, $role: MemberRole) { inviteMember(input: {email: $email, role: $role}) {
              token path invitation { id email role } } }""";
    static final String ACCEPT =
            "mutation($token: String!) { acceptInvitation(input: {token: $token}) { organization { slug } } }";
    static final String CHANGE_ROLE = """
            mutation($id: ID!, $role: MemberRole!) { changeMemberRole(input: {userId: $id, role: $role}) {
              member { role user { name } } } }""";
    static final String MEMBERS = """
            { organization { members { totalCount nodes { role suspendedAt user { id email name } } } invitations { email } } }""";

    private final TestApi api;
    private final TestKeys keys;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final Organization organization;

    TestPeople(TestApi api, TestKeys keys, Accounts accounts, AuditTrail audit, Organization organization) {
        this.api = api;
        this.keys = keys;
        this.accounts = accounts;
        this.audit = audit;
        this.organization = organization;
    }

    /** The secret of an invitation. */
    String invite(String email) {
        return inviteTo(organization, email, Role.MEMBER);
    }

    String inviteTo(Organization which, String email, Role role) {
        return JsonPath.read(
                ask(adminOf(which), INVITE, Map.of("email", email, "role", role.name())), "$.data.inviteMember.token");
    }

    /** What the audit log tells of them, newest first, but for signing in. */
    List<String> actions() {
        return audit.list(organization.id(), AuditFilter.ALL, null, 100).stream()
                .map(entry -> entry.action())
                .filter(action -> !action.equals("signIn") && !action.equals("createApiKey"))
                .toList();
    }

    RestTestClient admin() {
        return adminOf(organization);
    }

    RestTestClient adminOf(Organization which) {
        return api.with(keys.bearer(which, Scope.ADMIN));
    }

    static String email() {
        return UUID.randomUUID() + "@example.com";
    }

    Account person(Role role) {
        return accounts.create(email(), role.name(), PASSWORD, organization.id(), role);
    }

    RestTestClient browser(String email, String password) {
        return api.signedIn(email, password)
                .mutate()
                .defaultHeader("Sec-Fetch-Site", "same-origin")
                .build();
    }

    RestTestClient.ResponseSpec accept(String token) {
        return post("/invitations/accept", Map.of("token", token, "name", "New", "password", PASSWORD));
    }

    RestTestClient.ResponseSpec reset(String token) {
        return post("/password/reset", Map.of("token", token, "password", OTHER_PASSWORD));
    }

    RestTestClient.ResponseSpec post(String path, Map<String, ?> body) {
        return api.anonymous()
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    String act(RestTestClient client, String mutation, Account account, String answer) {
        return ask(
                client,
                "mutation($id: ID!) { %s(input: {userId: $id, reason: \"test\"}) { %s } }".formatted(mutation, answer),
                Map.of("id", UserNodes.id(account)));
    }

    String ask(RestTestClient client, String document, Map<String, ?> variables) {
        byte[] body = api.graphQl(client, document, variables)
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }

    String changeRole(RestTestClient client, Account account, Role role) {
        return ask(client, CHANGE_ROLE, Map.of("id", UserNodes.id(account), "role", role.name()));
    }
}
