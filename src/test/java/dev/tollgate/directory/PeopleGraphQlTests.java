package dev.tollgate.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.tollgate.access.Account;
import dev.tollgate.access.Accounts;
import dev.tollgate.access.Role;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.audit.AuditFilter;
import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.Actor;
import dev.tollgate.core.Scope;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestClock;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@TollgateTest
@ExtendWith(OutputCaptureExtension.class)
class PeopleGraphQlTests {

    private static final String PASSWORD = "correct horse battery";
    private static final String OTHER_PASSWORD = "staple correct horse";
    private static final String INVITE = """
            mutation($email: String!, $role: MemberRole) { inviteMember(input: {email: $email, role: $role}) {
              token path invitation { id email role } } }""";
    private static final String ACCEPT =
            "mutation($token: String!) { acceptInvitation(input: {token: $token}) { organization { slug } } }";
    private static final String CHANGE_ROLE = """
            mutation($id: ID!, $role: MemberRole!) { changeMemberRole(input: {userId: $id, role: $role}) {
              member { role user { name } } } }""";
    private static final String MEMBERS = """
            { organization { members { totalCount nodes { role suspendedAt user { id email name } } } invitations { email } } }""";

    private final TestApi api;
    private final TestKeys testKeys;
    private final ApiKeys keys;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final TestClock clock;
    private final TestOrganizations organizations;
    private final Organization organization;
    private final ApplicationRunner resetPassword;

    @Autowired
    PeopleGraphQlTests(
            TestApi api,
            TestKeys testKeys,
            ApiKeys keys,
            Accounts accounts,
            AuditTrail audit,
            TestClock clock,
            TestOrganizations organizations,
            @Qualifier("resetPasswordCommand") ApplicationRunner resetPassword) {
        this.resetPassword = resetPassword;
        this.api = api;
        this.testKeys = testKeys;
        this.keys = keys;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
        this.organizations = organizations;
        this.organization = organizations.create();
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void whoIsInvitedMakesAnAccountOnce(CapturedOutput logged) {
        String email = email();
        RestTestClient admin = admin();
        String invited = ask(admin, INVITE, Map.of("email", email, "role", "ANALYST"));
        String token = JsonPath.read(invited, "$.data.inviteMember.token");
        assertThat(ask(admin, MEMBERS, Map.of())).contains("\"invitations\":[{\"email\":\"" + email + "\"}]");

        accept(token).expectStatus().isNoContent();

        accept(token).expectStatus().isNotFound();
        RestTestClient analyst = browser(email, PASSWORD);
        assertThat(ask(analyst, "{ viewer { role scopes organizations { slug } } }", Map.of()))
                .contains("ANALYST", "USAGE_READ", organization.slug());
        String members = ask(admin, MEMBERS, Map.of());
        assertThat(members).contains("\"totalCount\":1", email, "\"invitations\":[]");
        assertThat(actions()).contains("inviteMember", "acceptInvitation");
        assertThat(audit.list(organization.id(), AuditFilter.ALL, null, 100).toString() + members + logged.getAll())
                .doesNotContain(token);
    }

    @Test
    void anInvitationExpiresAndIsTakenBack() {
        String invited = ask(admin(), INVITE, Map.of("email", email(), "role", "MEMBER"));
        String token = JsonPath.read(invited, "$.data.inviteMember.token");
        clock.advance(Duration.ofDays(7));
        accept(token).expectStatus().isNotFound();
        clock.reset();

        String revoke = "mutation($id: ID!) { revokeInvitation(input: {id: $id}) { invitation { id } } }";
        String id = JsonPath.read(invited, "$.data.inviteMember.invitation.id");
        assertThat(ask(admin(), revoke, Map.of("id", id))).contains(id);

        accept(token).expectStatus().isNotFound();
    }

    @Test
    void whoHasAnAccountJoinsAnotherOrganizationAndGoesToAndFro() {
        Organization others = organizations.create();
        Account person = person(Role.OWNER);
        RestTestClient browser = browser(person.email(), PASSWORD);
        String token = JsonPath.read(
                ask(
                        api.with(testKeys.bearer(others, Scope.ADMIN)),
                        INVITE,
                        Map.of("email", person.email(), "role", "MEMBER")),
                "$.data.inviteMember.token");
        RestTestClient stranger = browser(person(Role.MEMBER).email(), PASSWORD);
        assertThat(ask(stranger, ACCEPT, Map.of("token", token))).contains("FORBIDDEN");

        assertThat(ask(browser, ACCEPT, Map.of("token", token))).contains(others.slug());

        assertThat(ask(browser, "{ viewer { role organization { slug } } }", Map.of()))
                .contains("MEMBER", others.slug());
        assertThat(switchTo(browser, organization)).contains(organization.slug());
        assertThat(ask(browser, "{ viewer { role organization { slug } organizations { slug } } }", Map.of()))
                .contains("OWNER", organization.slug(), others.slug());
        assertThat(switchTo(browser, organizations.create())).contains("NOT_FOUND");
    }

    @Test
    void anAdministratorChangesRolesButNotThoseOfOwners() {
        Account owner = person(Role.OWNER);
        Account admin = person(Role.ADMIN);
        Account member = person(Role.MEMBER);
        RestTestClient browser = browser(admin.email(), PASSWORD);

        assertThat(changeRole(browser, member, Role.ANALYST)).contains("\"role\":\"ANALYST\"");
        assertThat(changeRole(browser, member, Role.OWNER)).contains("FORBIDDEN");
        assertThat(changeRole(browser, owner, Role.MEMBER)).contains("FORBIDDEN");
        assertThat(act(browser, "removeMember", owner, "userId")).contains("FORBIDDEN");
        assertThat(act(browser, "createPasswordReset", owner, "token")).contains("FORBIDDEN");
        // Not by way of a key either.
        String key = "Bearer "
                + keys.create(
                                organization.id(),
                                new Cause(new Actor.Person(admin.id()), null, null),
                                "admin's",
                                Set.of(Scope.ADMIN),
                                null)
                        .secret();
        assertThat(changeRole(api.with(key), member, Role.OWNER)).contains("FORBIDDEN");
        assertThat(changeRole(browser(owner.email(), PASSWORD), member, Role.OWNER))
                .contains("\"role\":\"OWNER\"");
    }

    @Test
    void theLastOwnerStays() {
        Account owner = person(Role.OWNER);
        RestTestClient browser = browser(owner.email(), PASSWORD);

        assertThat(changeRole(browser, owner, Role.ADMIN)).contains("CONFLICT");
        assertThat(act(browser, "removeMember", owner, "userId")).contains("CONFLICT");
        assertThat(act(browser, "suspendUser", owner, "member { role }")).contains("CONFLICT");
        assertThat(act(browser, "deleteUser", owner, "userId")).contains("CONFLICT");
        person(Role.OWNER);
        assertThat(changeRole(browser, owner, Role.ADMIN)).contains("\"role\":\"ADMIN\"");
    }

    @Test
    void whoIsRemovedIsOutAndSoAreTheirKeys() {
        Account member = person(Role.MEMBER);
        RestTestClient browser = browser(member.email(), PASSWORD);
        String key = keys.create(
                        organization.id(),
                        new Cause(new Actor.Person(member.id()), null, null),
                        "own",
                        Set.of(Scope.USAGE_WRITE),
                        null)
                .secret();
        assertThat(keys.authenticate(key)).isPresent();

        assertThat(act(admin(), "removeMember", member, "userId")).contains(UserNodes.id(member));

        assertThat(keys.authenticate(key)).isEmpty();
        browser.get().uri("/session").exchange().expectStatus().isUnauthorized();
        assertThat(actions()).startsWith("removeMember", "revokeApiKey").doesNotHaveDuplicates();
    }

    @Test
    void whoIsSuspendedMayDoNothingUntilReinstated() {
        Account member = person(Role.ANALYST);
        RestTestClient browser = browser(member.email(), PASSWORD);

        assertThat(act(admin(), "suspendUser", member, "member { suspendedAt }"))
                .doesNotContain("null");

        browser.get().uri("/session").exchange().expectStatus().isUnauthorized();
        api.signIn(member.email(), PASSWORD).expectStatus().isForbidden();
        assertThat(act(admin(), "reinstateUser", member, "member { suspendedAt }"))
                .contains("null");
        browser(member.email(), PASSWORD)
                .get()
                .uri("/session")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ANALYST", "MEMBER"})
    void theKeyOfWhoIsDemotedMayNoMoreThanTheyMay(Role now) {
        Account admin = person(Role.ADMIN);
        RestTestClient key = keyOf(admin);
        assertThat(ask(key, MEMBERS, Map.of())).contains(admin.email());

        changeRole(admin(), admin, now);

        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(ask(key, "{ viewer { scopes } }", Map.of())).doesNotContain("ADMIN"));
        assertThat(changeRole(key, admin, Role.ADMIN)).contains("FORBIDDEN");
        assertThat(ask(key, MEMBERS, Map.of()).contains("FORBIDDEN")).isEqualTo(now == Role.MEMBER);
    }

    @Test
    void theKeyOfWhoIsSuspendedGoesOnCallingAndDoesNotLetThemBackIn() {
        Account admin = person(Role.ADMIN);
        RestTestClient key = keyOf(admin);

        act(admin(), "suspendUser", admin, "member { role }");

        Awaitility.await()
                .untilAsserted(() -> assertThat(ask(key, "{ viewer { scopes } }", Map.of()))
                        .contains("USAGE_WRITE", "GATEWAY_CALL")
                        .doesNotContain("ADMIN"));
        assertThat(act(key, "reinstateUser", admin, "member { role }")).contains("FORBIDDEN");
    }

    @Test
    void whoWasRemovedJoinsAgainWithTheirPassword() {
        Account person = person(Role.ADMIN);
        act(admin(), "removeMember", person, "userId");
        api.signIn(person.email(), PASSWORD).expectStatus().isForbidden();
        String token = invite(person.email());

        post("/invitations/accept", Map.of("token", token, "name", "X", "password", OTHER_PASSWORD))
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);
        accept(token).expectStatus().isNoContent();

        assertThat(ask(browser(person.email(), PASSWORD), "{ viewer { role user { id name } } }", Map.of()))
                .contains("MEMBER", UserNodes.id(person), person.name());
    }

    @Test
    void anEarlierInvitationLetsNobodyBackIn() {
        String email = email();
        String lost = invite(email);
        accept(invite(email)).expectStatus().isNoContent();
        Account person = accounts.find(AccountId.of(GlobalId.decode(JsonPath.read(
                                ask(browser(email, PASSWORD), "{ viewer { user { id } } }", Map.of()),
                                "$.data.viewer.user.id"))
                        .orElseThrow()
                        .id()))
                .orElseThrow();

        accept(lost).expectStatus().isNotFound();
        act(admin(), "removeMember", person, "userId");
        accept(lost).expectStatus().isNotFound();
    }

    @Test
    void aLinkOfAnOrganizationThatIsLeftSetsNoPassword() {
        Account person = person(Role.MEMBER);
        String link =
                JsonPath.read(act(admin(), "createPasswordReset", person, "token"), "$.data.createPasswordReset.token");
        act(admin(), "removeMember", person, "userId");

        reset(link).expectStatus().isNotFound();

        Organization others = organizations.create();
        String token = JsonPath.read(
                ask(
                        api.with(testKeys.bearer(others, Scope.ADMIN)),
                        INVITE,
                        Map.of("email", person.email(), "role", "OWNER")),
                "$.data.inviteMember.token");
        accept(token).expectStatus().isNoContent();
        reset(link).expectStatus().isNotFound();
        int before = audit.list(organization.id(), AuditFilter.ALL, null, 100).size();
        browser(person.email(), PASSWORD);
        assertThat(audit.list(others.id(), AuditFilter.ALL, null, 1).getFirst().action())
                .isEqualTo("signIn");
        assertThat(audit.list(organization.id(), AuditFilter.ALL, null, 100)).hasSize(before);
    }

    @Test
    void whoWasRemovedIsDeletedLater() {
        Account person = person(Role.MEMBER);
        act(admin(), "removeMember", person, "userId");
        String stranger =
                act(api.with(testKeys.bearer(organizations.create(), Scope.ADMIN)), "deleteUser", person, "userId");
        assertThat(stranger).contains("NOT_FOUND");

        assertThat(act(admin(), "deleteUser", person, "userId")).contains(UserNodes.id(person));

        assertThat(accounts.find(person.id()).orElseThrow().name()).isEqualTo("Deleted user");
        assertThat(act(admin(), "deleteUser", person, "userId")).contains("NOT_FOUND");
    }

    @Test
    void whoHasTheMachineGivesANewPasswordAtTheStart(CapturedOutput logged) throws Exception {
        Account owner = person(Role.OWNER);
        RestTestClient browser = browser(owner.email(), PASSWORD);

        resetPassword.run(new DefaultApplicationArguments("--reset-password=" + owner.email()));

        browser.get().uri("/session").exchange().expectStatus().isUnauthorized();
        Matcher shown = Pattern.compile(owner.email() + " is now (\\w{20}) ").matcher(logged.getAll());
        assertThat(shown.find()).isTrue();
        api.signIn(owner.email(), shown.group(1)).expectStatus().isNoContent();
        assertThat(actions()).contains("resetPassword");
    }

    @Test
    void whoIsDeletedLeavesNothingButAnId() {
        Account member = person(Role.MEMBER);

        assertThat(act(admin(), "deleteUser", member, "userId")).contains(UserNodes.id(member));

        assertThat(accounts.find(member.id()).orElseThrow())
                .returns("Deleted user", Account::name)
                .returns("deleted " + member.id(), Account::email);
        api.signIn(member.email(), PASSWORD).expectStatus().isUnauthorized();
        assertThat(ask(admin(), MEMBERS, Map.of())).doesNotContain(member.email());
    }

    @Test
    void whoBelongsElsewhereTooIsNobodysToDeleteOrReset() {
        Account person = person(Role.MEMBER);
        Organization others = organizations.create();
        String token = JsonPath.read(
                ask(
                        api.with(testKeys.bearer(others, Scope.ADMIN)),
                        INVITE,
                        Map.of("email", person.email(), "role", "OWNER")),
                "$.data.inviteMember.token");
        ask(browser(person.email(), PASSWORD), ACCEPT, Map.of("token", token));

        assertThat(act(admin(), "deleteUser", person, "userId")).contains("FORBIDDEN");
        assertThat(act(admin(), "createPasswordReset", person, "token")).contains("FORBIDDEN");
        assertThat(act(admin(), "removeMember", person, "userId")).contains(UserNodes.id(person));
        RestTestClient browser = browser(person.email(), PASSWORD);
        Awaitility.await()
                .until(() -> ask(browser, "{ viewer { organization { slug } } }", Map.of())
                        .contains(others.slug()));
    }

    @Test
    void aPasswordIsChangedByWhoKnowsIt() {
        Account person = person(Role.MEMBER);
        RestTestClient here = browser(person.email(), PASSWORD);
        RestTestClient elsewhere = browser(person.email(), PASSWORD);

        assertThat(changePassword(here, "wrong", OTHER_PASSWORD)).contains("\"field\":\"currentPassword\"");
        assertThat(changePassword(here, PASSWORD, "short")).contains("\"field\":\"newPassword\"");
        assertThat(changePassword(here, PASSWORD, OTHER_PASSWORD)).contains(UserNodes.id(person));

        here.get().uri("/session").exchange().expectStatus().isOk();
        elsewhere.get().uri("/session").exchange().expectStatus().isUnauthorized();
        api.signIn(person.email(), PASSWORD).expectStatus().isUnauthorized();
        api.signIn(person.email(), OTHER_PASSWORD).expectStatus().isNoContent();
    }

    @Test
    void aPasswordIsResetByALinkThatWorksOnce() {
        Account person = person(Role.MEMBER);
        RestTestClient browser = browser(person.email(), PASSWORD);
        String first =
                JsonPath.read(act(admin(), "createPasswordReset", person, "token"), "$.data.createPasswordReset.token");
        String second =
                JsonPath.read(act(admin(), "createPasswordReset", person, "token"), "$.data.createPasswordReset.token");

        reset(first).expectStatus().isNotFound();
        reset(second).expectStatus().isNoContent();

        reset(second).expectStatus().isNotFound();
        browser.get().uri("/session").exchange().expectStatus().isUnauthorized();
        api.signIn(person.email(), OTHER_PASSWORD).expectStatus().isNoContent();
        assertThat(actions()).contains("createPasswordReset", "resetPassword");
        assertThat(audit.list(organization.id(), AuditFilter.ALL, null, 100).toString())
                .doesNotContain(first, second, PASSWORD, OTHER_PASSWORD, person.email());
    }

    @Test
    void peopleLookAfterThemselves() {
        Account person = person(Role.MEMBER);
        RestTestClient here = browser(person.email(), PASSWORD);
        RestTestClient elsewhere = browser(person.email(), PASSWORD);

        assertThat(ask(here, "mutation { updateProfile(input: {name: \"Ada\"}) { user { name } } }", Map.of()))
                .contains("Ada");
        assertThat(ask(here, "mutation { signOutEverywhere { user { id } } }", Map.of()))
                .contains(UserNodes.id(person));

        List.of(here, elsewhere)
                .forEach(browser ->
                        browser.get().uri("/session").exchange().expectStatus().isUnauthorized());
    }

    @Test
    void preferencesAreKeptForThePersonAndChangeOneByOne() {
        RestTestClient here = browser(person(Role.MEMBER).email(), PASSWORD);
        String ask = "{ viewer { preferences { locale colorScheme } } }";
        assertThat(ask(here, ask, Map.of())).contains("{\"locale\":null,\"colorScheme\":null}");

        assertThat(prefer(here, "{locale: \"EN-gb\", colorScheme: DARK}")).contains("en-GB", "DARK");
        assertThat(prefer(here, "{colorScheme: null}")).contains("{\"locale\":\"en-GB\",\"colorScheme\":null}");
        assertThat(prefer(here, "{locale: \"not a tag\"}")).contains("BAD_USER_INPUT", "\"field\":\"locale\"");

        assertThat(ask(here, ask, Map.of())).contains("{\"locale\":\"en-GB\",\"colorScheme\":null}");
        here.get()
                .uri("/session")
                .exchange()
                .expectBody()
                .json("{\"preferences\":{\"locale\":\"en-GB\",\"colorScheme\":null}}");
        assertThat(actions()).containsOnly("updatePreferences").hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ANALYST", "MEMBER"})
    void othersManageNobody(Role role) {
        Account other = person(Role.MEMBER);
        RestTestClient browser = browser(person(role).email(), PASSWORD);

        assertThat(changeRole(browser, other, Role.ADMIN)).contains("FORBIDDEN");
        assertThat(ask(browser, INVITE, Map.of("email", email(), "role", "MEMBER")))
                .contains("FORBIDDEN");
        for (String action : List.of("removeMember", "deleteUser")) {
            assertThat(act(browser, action, other, "userId")).contains("FORBIDDEN");
        }
        assertThat(act(browser, "suspendUser", other, "member { role }")).contains("FORBIDDEN");
        assertThat(act(browser, "createPasswordReset", other, "token")).contains("FORBIDDEN");
        assertThat(ask(browser, MEMBERS, Map.of()).contains("FORBIDDEN")).isEqualTo(role == Role.MEMBER);
    }

    private RestTestClient keyOf(Account owner) {
        return api.with("Bearer "
                + keys.create(
                                organization.id(),
                                new Cause(new Actor.Person(owner.id()), null, null),
                                "own",
                                Set.of(Scope.ADMIN),
                                null)
                        .secret());
    }

    private String invite(String email) {
        return JsonPath.read(
                ask(admin(), INVITE, Map.of("email", email, "role", "MEMBER")), "$.data.inviteMember.token");
    }

    private List<String> actions() {
        return audit.list(organization.id(), AuditFilter.ALL, null, 100).stream()
                .map(entry -> entry.action())
                .filter(action -> !action.equals("signIn") && !action.equals("createApiKey"))
                .toList();
    }

    private RestTestClient admin() {
        return api.with(testKeys.bearer(organization, Scope.ADMIN));
    }

    private static String email() {
        return UUID.randomUUID() + "@example.com";
    }

    private Account person(Role role) {
        return accounts.create(email(), role.name(), PASSWORD, organization.id(), role);
    }

    private RestTestClient browser(String email, String password) {
        return api.signedIn(email, password)
                .mutate()
                .defaultHeader("Sec-Fetch-Site", "same-origin")
                .build();
    }

    private RestTestClient.ResponseSpec accept(String token) {
        return post("/invitations/accept", Map.of("token", token, "name", "New", "password", PASSWORD));
    }

    private RestTestClient.ResponseSpec reset(String token) {
        return post("/password/reset", Map.of("token", token, "password", OTHER_PASSWORD));
    }

    private RestTestClient.ResponseSpec post(String path, Map<String, ?> body) {
        return api.anonymous()
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private String changeRole(RestTestClient client, Account account, Role role) {
        return ask(client, CHANGE_ROLE, Map.of("id", UserNodes.id(account), "role", role.name()));
    }

    private String changePassword(RestTestClient client, String current, String next) {
        return ask(
                client,
                "mutation($a: String!, $b: String!) { changePassword(input: {currentPassword: $a, newPassword: $b}) { user { id } } }",
                Map.of("a", current, "b", next));
    }

    private String switchTo(RestTestClient client, Organization to) {
        return ask(
                client,
                "mutation($slug: String!) { switchOrganization(input: {slug: $slug}) { organization { slug } } }",
                Map.of("slug", to.slug()));
    }

    private String prefer(RestTestClient client, String input) {
        return ask(
                client,
                "mutation { updatePreferences(input: %s) { preferences { locale colorScheme } } }".formatted(input),
                Map.of());
    }

    private String act(RestTestClient client, String mutation, Account account, String answer) {
        return ask(
                client,
                "mutation($id: ID!) { %s(input: {userId: $id, reason: \"test\"}) { %s } }".formatted(mutation, answer),
                Map.of("id", UserNodes.id(account)));
    }

    private String ask(RestTestClient client, String document, Map<String, ?> variables) {
        byte[] body = api.graphQl(client, document, variables)
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }
}
