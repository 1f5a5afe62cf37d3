package dev.tollgate.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.jayway.jsonpath.JsonPath;
import dev.tollgate.access.Account;
import dev.tollgate.access.Accounts;
import dev.tollgate.access.Operators;
import dev.tollgate.access.Role;
import dev.tollgate.audit.AuditEntry;
import dev.tollgate.audit.AuditFilter;
import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.Scope;
import dev.tollgate.core.SettingException;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@TollgateTest
class PlatformGraphQlTests {

    private static final String PASSWORD = "correct horse battery";
    private static final String CREATE = """
            mutation($slug: String!, $name: String! = "Acme", $zone: String! = "Europe/Berlin", $email: String!) {
              createOrganization(input: {slug: $slug, name: $name, timeZone: $zone, ownerEmail: $email, reason: "asked for"}) {
                organization { id slug name timeZone status memberCount } invitation { email token path } } }""";
    private static final String SUSPEND = """
            mutation($id: ID!, $reason: String!) { suspendOrganization(input: {organizationId: $id, reason: $reason}) {
              organization { status suspendedAt suspensionReason } } }""";
    private static final String RESUME = """
            mutation($id: ID!) { resumeOrganization(input: {organizationId: $id}) {
              organization { status suspendedAt suspensionReason } } }""";
    private static final String INVITE = """
            mutation($id: ID!, $email: String!) { inviteOrganizationOwner(input: {organizationId: $id, email: $email}) {
              invitation { token } } }""";
    private static final String LIST = """
            query($search: String, $status: OrganizationStatus, $first: Int, $after: String) { platform {
              organizations(search: $search, status: $status, first: $first, after: $after) {
                totalCount pageInfo { hasNextPage endCursor } nodes { slug memberCount } } } }""";
    private static final String GRANT =
            "mutation($email: String!) { grantOperator(input: {email: $email}) { user { email } } }";
    private static final String REVOKE =
            "mutation($id: ID!) { revokeOperator(input: {userId: $id}) { user { email } } }";

    private final TestApi api;
    private final TestKeys keys;
    private final Accounts accounts;
    private final Operators operators;
    private final AuditTrail audit;
    private final TestOrganizations organizations;
    private final ApplicationContext beans;
    private final Organization organization;

    @Autowired
    PlatformGraphQlTests(
            TestApi api,
            TestKeys keys,
            Accounts accounts,
            Operators operators,
            AuditTrail audit,
            TestOrganizations organizations,
            ApplicationContext beans) {
        this.api = api;
        this.keys = keys;
        this.accounts = accounts;
        this.operators = operators;
        this.audit = audit;
        this.organizations = organizations;
        this.beans = beans;
        this.organization = organizations.create();
    }

    @Test
    void anOperatorMakesAnOrganizationAndItsOwnerJoinsByALink() {
        Account operator = operator();
        String slug = unique();
        String email = unique() + "@example.com";

        String created = ask(browser(operator), CREATE, Map.of("slug", slug, "email", email));

        assertThat(created)
                .contains(slug, "Acme", "Europe/Berlin", "ACTIVE", "\"memberCount\":0", "/invitation#")
                .doesNotContain("errors");
        accept(JsonPath.read(created, "$.data.createOrganization.invitation.token"), "Olga")
                .expectStatus()
                .isNoContent();
        assertThat(ask(browser(email), "{ viewer { role isOperator organization { slug timeZone } } }", Map.of()))
                .contains("OWNER", slug, "Europe/Berlin", "\"isOperator\":false");
        OrganizationId id = id(created);
        assertThat(audit.list(id, AuditFilter.ALL, null, 10))
                .extracting(AuditEntry::action)
                .contains("createOrganization", "inviteOrganizationOwner", "acceptInvitation");
        assertThat(audit.list(id, AuditFilter.ALL, null, 10).getLast().reason()).isEqualTo("asked for");
    }

    @ParameterizedTest
    @CsvSource({
        "Upper, Acme, UTC, a@example.com, slug",
        "a, Acme, UTC, a@example.com, slug",
        "two--hyphens, Acme, UTC, a@example.com, slug",
        "ok, ' ', UTC, a@example.com, name",
        "ok, Acme, +02:00, a@example.com, timeZone",
        "ok, Acme, Europe/Atlantis, a@example.com, timeZone",
        "ok, Acme, UTC, nobody, ownerEmail"
    })
    void whatIsWrongWithANewOrganizationIsNamed(String slug, String name, String zone, String email, String field) {
        String answer = ask(
                browser(operator()),
                CREATE,
                Map.of("slug", slug.equals("ok") ? unique() : slug, "name", name, "zone", zone, "email", email));

        assertThat(answer).contains("BAD_USER_INPUT", "\"field\":\"" + field + "\"");
    }

    @Test
    void aSlugIsTakenOnceAndNothingIsMadeOfTheSecond() {
        RestTestClient operator = browser(operator());
        String slug = unique();
        ask(operator, CREATE, Map.of("slug", slug, "email", unique() + "@example.com"));

        String answer = ask(operator, CREATE, Map.of("slug", slug, "email", unique() + "@example.com"));

        assertThat(answer).contains("CONFLICT", "\"field\":\"slug\"");
        assertThat(ask(operator, LIST, Map.of("search", slug))).contains("\"totalCount\":1");
    }

    @Test
    void nobodyActsInASuspendedOrganizationUntilItIsResumed() {
        RestTestClient operator = browser(operator());
        Organization other = organizations.create();
        RestTestClient program = api.with(keys.bearer(other, Scope.ADMIN));
        Account person = person(other, Role.OWNER);
        RestTestClient browser = browser(person);
        Map<String, ?> their = Map.of("id", globalId(other), "reason", "unpaid");

        assertThat(ask(operator, SUSPEND, their))
                .contains("SUSPENDED", "unpaid")
                .doesNotContain("errors");

        assertThat(ingest(program)).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(answer(program)).contains("FORBIDDEN", "suspended");
        Awaitility.await().untilAsserted(() -> assertThat(answer(browser)).contains("UNAUTHENTICATED"));
        assertThat(api.signIn(person.email(), PASSWORD).returnResult().getStatus())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(ask(operator, LIST, Map.of("search", other.slug(), "status", "SUSPENDED")))
                .contains(other.slug());

        assertThat(ask(operator, RESUME, Map.of("id", globalId(other))))
                .contains("ACTIVE", "\"suspensionReason\":null");

        assertThat(ingest(program)).isEqualTo(HttpStatus.OK);
        RestTestClient again = browser(person);
        Awaitility.await().untilAsserted(() -> assertThat(answer(again)).contains(other.slug()));
        assertThat(ask(operator, LIST, Map.of("search", other.slug(), "status", "SUSPENDED")))
                .doesNotContain(other.slug());
        assertThat(audit.list(other.id(), AuditFilter.ALL, null, 10))
                .extracting(AuditEntry::action)
                .contains("suspendOrganization", "resumeOrganization", "signIn");
    }

    @Test
    void aPersonOfTwoOrganizationsGoesOnInTheOther() {
        Organization other = organizations.create();
        Account person = person(other, Role.MEMBER);
        String invite = "mutation($email: String!) { inviteMember(input: {email: $email}) { token } }";
        String invited = ask(api.with(keys.bearer(organization, Scope.ADMIN)), invite, Map.of("email", person.email()));
        ask(
                browser(person),
                "mutation($token: String!) { acceptInvitation(input: {token: $token}) { organization { slug } } }",
                Map.of("token", JsonPath.<String>read(invited, "$.data.inviteMember.token")));

        ask(browser(operator()), SUSPEND, Map.of("id", globalId(other), "reason", "r"));

        RestTestClient browser = browser(person);
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                ask(browser, "{ viewer { organization { slug } organizations { slug } } }", Map.of()))
                        .contains(organization.slug())
                        .doesNotContain(other.slug()));
    }

    @Test
    void anOperatorDoesNotSuspendTheOrganizationTheyAreIn() {
        assertThat(ask(browser(operator()), SUSPEND, Map.of("id", globalId(organization), "reason", "r")))
                .contains("CONFLICT");
    }

    @Test
    void aSuspensionNeedsAReason() {
        Map<String, ?> blank = Map.of("id", globalId(organizations.create()), "reason", " ");
        assertThat(ask(browser(operator()), SUSPEND, blank)).contains("BAD_USER_INPUT", "\"field\":\"reason\"");
    }

    @Test
    void whatIsNoOrganizationIsNotFound() {
        RestTestClient operator = browser(operator());
        String nothing = new GlobalId("Organization", UUID.randomUUID().toString()).encode();

        assertThat(ask(operator, RESUME, Map.of("id", nothing))).contains("NOT_FOUND");
        assertThat(ask(operator, SUSPEND, Map.of("id", "x", "reason", "r"))).contains("NOT_FOUND");
        assertThat(ask(operator, INVITE, Map.of("id", nothing, "email", "a@example.com")))
                .contains("NOT_FOUND");
    }

    @Test
    void anOrganizationWhoseOwnersAreGoneGetsAnother() {
        Organization orphan = organizations.create();
        String email = unique() + "@example.com";

        String invited = ask(browser(operator()), INVITE, Map.of("id", globalId(orphan), "email", email));

        accept(JsonPath.read(invited, "$.data.inviteOrganizationOwner.invitation.token"), "Olga")
                .expectStatus()
                .isNoContent();
        assertThat(ask(browser(email), "{ viewer { role organization { slug } } }", Map.of()))
                .contains("OWNER", orphan.slug());
    }

    @Test
    void organizationsAreListedBySlugAPageAtATime() {
        RestTestClient operator = browser(operator());
        String part = unique();
        List.of("b", "a", "c")
                .forEach(letter -> ask(
                        operator,
                        CREATE,
                        Map.of(
                                "slug",
                                part + "-" + letter,
                                "name",
                                "100%_" + part,
                                "email",
                                unique() + "@example.com")));

        String first = ask(operator, LIST, Map.of("search", part.toUpperCase(Locale.ROOT), "first", 2));
        String after = JsonPath.read(first, "$.data.platform.organizations.pageInfo.endCursor");
        String second = ask(operator, LIST, Map.of("search", part, "first", 2, "after", after));

        assertThat(JsonPath.<List<String>>read(first, "$..slug")).containsExactly(part + "-a", part + "-b");
        assertThat(first).contains("\"totalCount\":3", "\"hasNextPage\":true");
        assertThat(JsonPath.<List<String>>read(second, "$..slug")).containsExactly(part + "-c");
        assertThat(second).contains("\"hasNextPage\":false");
        assertThat(ask(operator, LIST, Map.of("search", "100%_" + part))).contains("\"totalCount\":3");
        assertThat(ask(operator, LIST, Map.of("search", "100_%" + part))).contains("\"totalCount\":0");
        assertThat(ask(operator, LIST, Map.of("search", "x".repeat(201))))
                .contains("BAD_USER_INPUT", "\"field\":\"search\"");
        assertThat(ask(operator, LIST, Map.of("first", 101))).contains("BAD_USER_INPUT", "\"field\":\"first\"");
    }

    @Test
    void membersAreCountedAndNothingElseIsSeen() {
        person(organization, Role.MEMBER);
        person(organization, Role.ANALYST);

        assertThat(ask(browser(operator(organizations.create())), LIST, Map.of("search", organization.slug())))
                .contains("\"memberCount\":2");
    }

    @Test
    void anOperatorMakesAnother() {
        Account person = person(organizations.create(), Role.MEMBER);
        RestTestClient operator = browser(operator());
        assertThat(ask(browser(person), LIST, Map.of())).contains("FORBIDDEN");

        assertThat(ask(operator, GRANT, Map.of("email", person.email()))).contains(person.email());

        assertThat(ask(browser(person), LIST, Map.of())).contains("totalCount");
        assertThat(ask(operator, "{ platform { operators { email } } }", Map.of()))
                .contains(person.email());
        assertThat(ask(operator, GRANT, Map.of("email", unique() + "@example.com")))
                .contains("NOT_FOUND");

        assertThat(ask(operator, REVOKE, Map.of("id", globalId(person)))).contains(person.email());

        assertThat(ask(browser(person), LIST, Map.of())).contains("FORBIDDEN");
        assertThat(ask(operator, REVOKE, Map.of("id", globalId(person)))).contains("NOT_FOUND");
        assertThat(audit.list(organization.id(), AuditFilter.ALL, null, 10))
                .extracting(AuditEntry::action)
                .contains("grantOperator", "revokeOperator");
    }

    @Test
    void theLastOperatorStays() {
        Account last = operator();
        List<Account> others = operators.list().stream()
                .filter(account -> !account.id().equals(last.id()))
                .toList();
        others.forEach(account -> operators.revoke(organization.id(), Cause.TOLLGATE, account.id()));
        try {
            assertThat(ask(browser(last), REVOKE, Map.of("id", globalId(last)))).contains("CONFLICT");
            assertThat(ask(browser(last), deletion(), Map.of("id", globalId(last))))
                    .contains("CONFLICT");
            assertThat(operators.list()).containsExactly(last);
        } finally {
            others.forEach(account -> operators.grant(organization.id(), Cause.TOLLGATE, account.email()));
        }
    }

    @Test
    void anAdministratorOfAnOrganizationDoesNotTakeAnOperatorsAccountOver() {
        Account operator = operator();
        RestTestClient owner = browser(person(organization, Role.OWNER));
        String reset = "mutation($id: ID!) { createPasswordReset(input: {userId: $id}) { token } }";

        assertThat(ask(owner, reset, Map.of("id", globalId(operator)))).contains("FORBIDDEN");
        assertThat(ask(owner, deletion(), Map.of("id", globalId(operator)))).contains("FORBIDDEN");
        assertThat(ask(browser(operator(organization)), deletion(), Map.of("id", globalId(operator))))
                .doesNotContain("errors");
        assertThat(operators.list()).doesNotContain(operator);
    }

    @Test
    void whoHasTheMachineMakesAnOperatorAtTheStart() throws Exception {
        Account person = person(organization, Role.MEMBER);
        ApplicationRunner command = (ApplicationRunner) beans.getBean("grantOperatorCommand");

        command.run(new DefaultApplicationArguments("--grant-operator=" + person.email()));

        assertThat(operators.list()).contains(person);
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(
                        () -> command.run(new DefaultApplicationArguments("--grant-operator=" + unique() + "@x.de")))
                .withMessageContaining("--grant-operator");
    }

    private static String deletion() {
        return "mutation($id: ID!) { deleteUser(input: {userId: $id}) { userId } }";
    }

    private Account operator() {
        return operator(organization);
    }

    /** Somebody who may do everything here, being an operator besides. */
    private Account operator(Organization in) {
        return operators.grant(in.id(), Cause.TOLLGATE, person(in, Role.ADMIN).email());
    }

    private Account person(Organization in, Role role) {
        return accounts.create(unique() + "@example.com", "Pat", PASSWORD, in.id(), role);
    }

    private RestTestClient browser(Account account) {
        return browser(account.email());
    }

    private RestTestClient browser(String email) {
        return api.signedIn(email, PASSWORD)
                .mutate()
                .defaultHeader("Sec-Fetch-Site", "same-origin")
                .build();
    }

    private RestTestClient.ResponseSpec accept(String token, String name) {
        return api.anonymous()
                .post()
                .uri("/invitations/accept")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("token", token, "name", name, "password", PASSWORD))
                .exchange();
    }

    private static HttpStatus ingest(RestTestClient client) {
        return HttpStatus.valueOf(client.post()
                .uri("/v1/usage/events")
                .contentType(MediaType.APPLICATION_JSON)
                .body("[]")
                .exchange()
                .returnResult()
                .getStatus()
                .value());
    }

    private String answer(RestTestClient client) {
        return body(api.graphQl(client, "{ viewer { organization { slug } } }", Map.of()));
    }

    private String ask(RestTestClient client, String document, Map<String, ?> variables) {
        return body(api.graphQl(client, document, variables).expectStatus().isOk());
    }

    private static String body(RestTestClient.ResponseSpec response) {
        return new String(
                Objects.requireNonNull(response.expectBody().returnResult().getResponseBody()), StandardCharsets.UTF_8);
    }

    private static OrganizationId id(String created) {
        String globalId = JsonPath.read(created, "$.data.createOrganization.organization.id");
        return OrganizationId.of(GlobalId.decode(globalId).orElseThrow().id());
    }

    private static String globalId(Organization organization) {
        return new GlobalId("Organization", organization.id().toString()).encode();
    }

    private static String globalId(Account account) {
        return new GlobalId("User", account.id().toString()).encode();
    }

    private static String unique() {
        return "t" + UUID.randomUUID().toString().substring(0, 18);
    }
}
