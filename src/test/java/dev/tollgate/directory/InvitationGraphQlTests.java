package dev.tollgate.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.tollgate.access.Account;
import dev.tollgate.access.Accounts;
import dev.tollgate.access.Role;
import dev.tollgate.audit.AuditFilter;
import dev.tollgate.audit.AuditTrail;
import dev.tollgate.core.AccountId;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestClock;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Joining an organization by the link of an invitation. */
@TollgateTest
@ExtendWith(OutputCaptureExtension.class)
class InvitationGraphQlTests {

    private final TestPeople people;
    private final Organization organization;
    private final TestApi api;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final TestClock clock;
    private final TestOrganizations organizations;

    @Autowired
    InvitationGraphQlTests(
            TestApi api,
            TestKeys testKeys,
            Accounts accounts,
            AuditTrail audit,
            TestOrganizations organizations,
            TestClock clock) {
        this.organization = organizations.create();
        this.people = new TestPeople(api, testKeys, accounts, audit, organization);
        this.api = api;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
        this.organizations = organizations;
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void whoIsInvitedMakesAnAccountOnce(CapturedOutput logged) {
        String email = TestPeople.email();
        RestTestClient admin = people.admin();
        String invited = people.ask(admin, TestPeople.INVITE, Map.of("email", email, "role", "ANALYST"));
        String token = JsonPath.read(invited, "$.data.inviteMember.token");
        assertThat(people.ask(admin, TestPeople.MEMBERS, Map.of()))
                .contains("\"invitations\":[{\"email\":\"" + email + "\"}]");

        people.accept(token).expectStatus().isNoContent();

        people.accept(token).expectStatus().isNotFound();
        RestTestClient analyst = people.browser(email, TestPeople.PASSWORD);
        assertThat(people.ask(analyst, "{ viewer { role scopes organizations { slug } } }", Map.of()))
                .contains("ANALYST", "USAGE_READ", organization.slug());
        String members = people.ask(admin, TestPeople.MEMBERS, Map.of());
        assertThat(members).contains("\"totalCount\":1", email, "\"invitations\":[]");
        assertThat(people.actions()).contains("inviteMember", "acceptInvitation");
        assertThat(audit.list(organization.id(), AuditFilter.ALL, null, 100).toString() + members + logged.getAll())
                .doesNotContain(token);
    }

    @Test
    void anInvitationExpiresAndIsTakenBack() {
        String invited =
                people.ask(people.admin(), TestPeople.INVITE, Map.of("email", TestPeople.email(), "role", "MEMBER"));
        String token = JsonPath.read(invited, "$.data.inviteMember.token");
        clock.advance(Duration.ofDays(7));
        people.accept(token).expectStatus().isNotFound();
        clock.reset();

        String revoke = "mutation($id: ID!) { revokeInvitation(input: {id: $id}) { invitation { id } } }";
        String id = JsonPath.read(invited, "$.data.inviteMember.invitation.id");
        assertThat(people.ask(people.admin(), revoke, Map.of("id", id))).contains(id);

        people.accept(token).expectStatus().isNotFound();
    }

    @Test
    void whoHasAnAccountJoinsAnotherOrganizationAndGoesToAndFro() {
        Organization others = organizations.create();
        Account person = people.person(Role.OWNER);
        RestTestClient browser = people.browser(person.email(), TestPeople.PASSWORD);
        String token = people.inviteTo(others, person.email(), Role.MEMBER);
        RestTestClient stranger = people.browser(people.person(Role.MEMBER).email(), TestPeople.PASSWORD);
        assertThat(people.ask(stranger, TestPeople.ACCEPT, Map.of("token", token)))
                .contains("FORBIDDEN");

        assertThat(people.ask(browser, TestPeople.ACCEPT, Map.of("token", token)))
                .contains(others.slug());

        assertThat(people.ask(browser, "{ viewer { role organization { slug } } }", Map.of()))
                .contains("MEMBER", others.slug());
        assertThat(switchTo(browser, organization)).contains(organization.slug());
        assertThat(people.ask(browser, "{ viewer { role organization { slug } organizations { slug } } }", Map.of()))
                .contains("OWNER", organization.slug(), others.slug());
        assertThat(switchTo(browser, organizations.create())).contains("NOT_FOUND");
    }

    @Test
    void whoWasRemovedJoinsAgainWithTheirPassword() {
        Account person = people.person(Role.ADMIN);
        people.act(people.admin(), "removeMember", person, "userId");
        api.signIn(person.email(), TestPeople.PASSWORD).expectStatus().isForbidden();
        String token = people.invite(person.email());

        people.post("/invitations/accept", Map.of("token", token, "name", "X", "password", TestPeople.OTHER_PASSWORD))
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);
        people.accept(token).expectStatus().isNoContent();

        assertThat(people.ask(
                        people.browser(person.email(), TestPeople.PASSWORD),
                        "{ viewer { role user { id name } } }",
                        Map.of()))
                .contains("MEMBER", UserNodes.id(person), person.name());
    }

    @Test
    void anEarlierInvitationLetsNobodyBackIn() {
        String email = TestPeople.email();
        String lost = people.invite(email);
        people.accept(people.invite(email)).expectStatus().isNoContent();
        Account person = accounts.find(AccountId.of(GlobalId.decode(JsonPath.read(
                                people.ask(
                                        people.browser(email, TestPeople.PASSWORD),
                                        "{ viewer { user { id } } }",
                                        Map.of()),
                                "$.data.viewer.user.id"))
                        .orElseThrow()
                        .id()))
                .orElseThrow();

        people.accept(lost).expectStatus().isNotFound();
        people.act(people.admin(), "removeMember", person, "userId");
        people.accept(lost).expectStatus().isNotFound();
    }

    private String switchTo(RestTestClient client, Organization to) {
        return people.ask(
                client,
                "mutation($slug: String!) { switchOrganization(input: {slug: $slug}) { organization { slug } } }",
                Map.of("slug", to.slug()));
    }
}
