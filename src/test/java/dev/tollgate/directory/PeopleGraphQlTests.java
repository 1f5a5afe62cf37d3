package dev.tollgate.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.access.Account;
import dev.tollgate.access.Accounts;
import dev.tollgate.access.Role;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.Actor;
import dev.tollgate.core.Scope;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What is done to members: roles, suspension, removal, deletion. */
@TollgateTest
class PeopleGraphQlTests {

    private final TestPeople people;
    private final Organization organization;
    private final TestApi api;
    private final ApiKeys keys;
    private final Accounts accounts;
    private final TestOrganizations organizations;

    @Autowired
    PeopleGraphQlTests(
            TestApi api,
            TestKeys testKeys,
            Accounts accounts,
            AuditTrail audit,
            TestOrganizations organizations,
            ApiKeys keys) {
        this.organization = organizations.create();
        this.people = new TestPeople(api, testKeys, accounts, audit, organization);
        this.api = api;
        this.keys = keys;
        this.accounts = accounts;
        this.organizations = organizations;
    }

    @Test
    void anAdministratorChangesRolesButNotThoseOfOwners() {
        Account owner = people.person(Role.OWNER);
        Account admin = people.person(Role.ADMIN);
        Account member = people.person(Role.MEMBER);
        RestTestClient browser = people.browser(admin.email(), TestPeople.PASSWORD);

        assertThat(people.changeRole(browser, member, Role.ANALYST)).contains("\"role\":\"ANALYST\"");
        assertThat(people.changeRole(browser, member, Role.OWNER)).contains("FORBIDDEN");
        assertThat(people.changeRole(browser, owner, Role.MEMBER)).contains("FORBIDDEN");
        assertThat(people.act(browser, "removeMember", owner, "userId")).contains("FORBIDDEN");
        assertThat(people.act(browser, "createPasswordReset", owner, "token")).contains("FORBIDDEN");
        // Not by way of a key either.
        assertThat(people.changeRole(keyOf(admin), member, Role.OWNER)).contains("FORBIDDEN");
        assertThat(people.changeRole(people.browser(owner.email(), TestPeople.PASSWORD), member, Role.OWNER))
                .contains("\"role\":\"OWNER\"");
    }

    @Test
    void theLastOwnerStays() {
        Account owner = people.person(Role.OWNER);
        RestTestClient browser = people.browser(owner.email(), TestPeople.PASSWORD);

        assertThat(people.changeRole(browser, owner, Role.ADMIN)).contains("CONFLICT");
        assertThat(people.act(browser, "removeMember", owner, "userId")).contains("CONFLICT");
        assertThat(people.act(browser, "suspendUser", owner, "member { role }")).contains("CONFLICT");
        assertThat(people.act(browser, "deleteUser", owner, "userId")).contains("CONFLICT");
        people.person(Role.OWNER);
        assertThat(people.changeRole(browser, owner, Role.ADMIN)).contains("\"role\":\"ADMIN\"");
    }

    @Test
    void whoIsRemovedIsOutAndSoAreTheirKeys() {
        Account member = people.person(Role.MEMBER);
        RestTestClient browser = people.browser(member.email(), TestPeople.PASSWORD);
        String key = keys.create(
                        organization.id(),
                        new Cause(new Actor.Person(member.id()), null, null),
                        "own",
                        Set.of(Scope.USAGE_WRITE),
                        null)
                .secret();
        assertThat(keys.authenticate(key)).isPresent();

        assertThat(people.act(people.admin(), "removeMember", member, "userId")).contains(UserNodes.id(member));

        assertThat(keys.authenticate(key)).isEmpty();
        browser.get().uri("/session").exchange().expectStatus().isUnauthorized();
        assertThat(people.actions()).startsWith("removeMember", "revokeApiKey").doesNotHaveDuplicates();
    }

    @Test
    void whoIsSuspendedMayDoNothingUntilReinstated() {
        Account member = people.person(Role.ANALYST);
        RestTestClient browser = people.browser(member.email(), TestPeople.PASSWORD);

        assertThat(people.act(people.admin(), "suspendUser", member, "member { suspendedAt }"))
                .doesNotContain("null");

        browser.get().uri("/session").exchange().expectStatus().isUnauthorized();
        api.signIn(member.email(), TestPeople.PASSWORD).expectStatus().isForbidden();
        assertThat(people.act(people.admin(), "reinstateUser", member, "member { suspendedAt }"))
                .contains("null");
        people.browser(member.email(), TestPeople.PASSWORD)
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
        Account admin = people.person(Role.ADMIN);
        RestTestClient key = keyOf(admin);
        assertThat(people.ask(key, TestPeople.MEMBERS, Map.of())).contains(admin.email());

        people.changeRole(people.admin(), admin, now);

        Awaitility.await()
                .untilAsserted(() -> assertThat(people.ask(key, "{ viewer { scopes } }", Map.of()))
                        .doesNotContain("ADMIN"));
        assertThat(people.changeRole(key, admin, Role.ADMIN)).contains("FORBIDDEN");
        assertThat(people.ask(key, TestPeople.MEMBERS, Map.of()).contains("FORBIDDEN"))
                .isEqualTo(now == Role.MEMBER);
    }

    @Test
    void theKeyOfWhoIsSuspendedGoesOnCallingAndDoesNotLetThemBackIn() {
        Account admin = people.person(Role.ADMIN);
        RestTestClient key = keyOf(admin);

        people.act(people.admin(), "suspendUser", admin, "member { role }");

        Awaitility.await()
                .untilAsserted(() -> assertThat(people.ask(key, "{ viewer { scopes } }", Map.of()))
                        .contains("USAGE_WRITE", "GATEWAY_CALL")
                        .doesNotContain("ADMIN"));
        assertThat(people.act(key, "reinstateUser", admin, "member { role }")).contains("FORBIDDEN");
    }

    @Test
    void whoWasRemovedIsDeletedLater() {
        Account person = people.person(Role.MEMBER);
        people.act(people.admin(), "removeMember", person, "userId");
        String stranger = people.act(people.adminOf(organizations.create()), "deleteUser", person, "userId");
        assertThat(stranger).contains("NOT_FOUND");

        assertThat(people.act(people.admin(), "deleteUser", person, "userId")).contains(UserNodes.id(person));

        assertThat(accounts.find(person.id()).orElseThrow().name()).isEqualTo("Deleted user");
        assertThat(people.act(people.admin(), "deleteUser", person, "userId")).contains("NOT_FOUND");
    }

    @Test
    void whoIsDeletedLeavesNothingButAnId() {
        Account member = people.person(Role.MEMBER);

        assertThat(people.act(people.admin(), "deleteUser", member, "userId")).contains(UserNodes.id(member));

        assertThat(accounts.find(member.id()).orElseThrow())
                .returns("Deleted user", Account::name)
                .returns("deleted " + member.id(), Account::email);
        api.signIn(member.email(), TestPeople.PASSWORD).expectStatus().isUnauthorized();
        assertThat(people.ask(people.admin(), TestPeople.MEMBERS, Map.of())).doesNotContain(member.email());
    }

    @Test
    void whoBelongsElsewhereTooIsNobodysToDeleteOrReset() {
        Account person = people.person(Role.MEMBER);
        Organization others = organizations.create();
        String token = people.inviteTo(others, person.email(), Role.OWNER);
        people.ask(people.browser(person.email(), TestPeople.PASSWORD), TestPeople.ACCEPT, Map.of("token", token));

        assertThat(people.act(people.admin(), "deleteUser", person, "userId")).contains("FORBIDDEN");
        assertThat(people.act(people.admin(), "createPasswordReset", person, "token"))
                .contains("FORBIDDEN");
        assertThat(people.act(people.admin(), "removeMember", person, "userId")).contains(UserNodes.id(person));
        RestTestClient browser = people.browser(person.email(), TestPeople.PASSWORD);
        Awaitility.await()
                .until(() -> people.ask(browser, "{ viewer { organization { slug } } }", Map.of())
                        .contains(others.slug()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ANALYST", "MEMBER"})
    void othersManageNobody(Role role) {
        Account other = people.person(Role.MEMBER);
        RestTestClient browser = people.browser(people.person(role).email(), TestPeople.PASSWORD);

        assertThat(people.changeRole(browser, other, Role.ADMIN)).contains("FORBIDDEN");
        assertThat(people.ask(browser, TestPeople.INVITE, Map.of("email", TestPeople.email(), "role", "MEMBER")))
                .contains("FORBIDDEN");
        for (String action : List.of("removeMember", "deleteUser")) {
            assertThat(people.act(browser, action, other, "userId")).contains("FORBIDDEN");
        }
        assertThat(people.act(browser, "suspendUser", other, "member { role }")).contains("FORBIDDEN");
        assertThat(people.act(browser, "createPasswordReset", other, "token")).contains("FORBIDDEN");
        assertThat(people.ask(browser, TestPeople.MEMBERS, Map.of()).contains("FORBIDDEN"))
                .isEqualTo(role == Role.MEMBER);
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
}
