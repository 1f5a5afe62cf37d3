package dev.tollgate.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.tollgate.access.Account;
import dev.tollgate.access.Accounts;
import dev.tollgate.access.Role;
import dev.tollgate.audit.AuditFilter;
import dev.tollgate.audit.AuditTrail;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What people do about their own accounts: password, name, preferences, sessions. */
@TollgateTest
@ExtendWith(OutputCaptureExtension.class)
class OwnAccountGraphQlTests {

    private final TestPeople people;
    private final Organization organization;
    private final TestApi api;
    private final AuditTrail audit;
    private final TestOrganizations organizations;
    private final ApplicationRunner resetPassword;

    @Autowired
    OwnAccountGraphQlTests(
            TestApi api,
            TestKeys testKeys,
            Accounts accounts,
            AuditTrail audit,
            TestOrganizations organizations,
            @Qualifier("resetPasswordCommand") ApplicationRunner resetPassword) {
        this.organization = organizations.create();
        this.people = new TestPeople(api, testKeys, accounts, audit, organization);
        this.api = api;
        this.audit = audit;
        this.organizations = organizations;
        this.resetPassword = resetPassword;
    }

    @Test
    void aLinkOfAnOrganizationThatIsLeftSetsNoPassword() {
        Account person = people.person(Role.MEMBER);
        String link = JsonPath.read(
                people.act(people.admin(), "createPasswordReset", person, "token"), "$.data.createPasswordReset.token");
        people.act(people.admin(), "removeMember", person, "userId");

        people.reset(link).expectStatus().isNotFound();

        Organization others = organizations.create();
        String token = people.inviteTo(others, person.email(), Role.OWNER);
        people.accept(token).expectStatus().isNoContent();
        people.reset(link).expectStatus().isNotFound();
        int before = audit.list(organization.id(), AuditFilter.ALL, null, 100).size();
        people.browser(person.email(), TestPeople.PASSWORD);
        assertThat(audit.list(others.id(), AuditFilter.ALL, null, 1).getFirst().action())
                .isEqualTo("signIn");
        assertThat(audit.list(organization.id(), AuditFilter.ALL, null, 100)).hasSize(before);
    }

    @Test
    void whoHasTheMachineGivesANewPasswordAtTheStart(CapturedOutput logged) throws Exception {
        Account owner = people.person(Role.OWNER);
        RestTestClient browser = people.browser(owner.email(), TestPeople.PASSWORD);

        resetPassword.run(new DefaultApplicationArguments("--reset-password=" + owner.email()));

        browser.get().uri("/session").exchange().expectStatus().isUnauthorized();
        Matcher shown = Pattern.compile(owner.email() + " is now (\\w{20}) ").matcher(logged.getAll());
        assertThat(shown.find()).isTrue();
        api.signIn(owner.email(), shown.group(1)).expectStatus().isNoContent();
        assertThat(people.actions()).contains("resetPassword");
    }

    @Test
    void aPasswordIsChangedByWhoKnowsIt() {
        Account person = people.person(Role.MEMBER);
        RestTestClient here = people.browser(person.email(), TestPeople.PASSWORD);
        RestTestClient elsewhere = people.browser(person.email(), TestPeople.PASSWORD);

        assertThat(changePassword(here, "wrong", TestPeople.OTHER_PASSWORD)).contains("\"field\":\"currentPassword\"");
        assertThat(changePassword(here, TestPeople.PASSWORD, "short")).contains("\"field\":\"newPassword\"");
        assertThat(changePassword(here, TestPeople.PASSWORD, TestPeople.OTHER_PASSWORD))
                .contains(UserNodes.id(person));

        here.get().uri("/session").exchange().expectStatus().isOk();
        elsewhere.get().uri("/session").exchange().expectStatus().isUnauthorized();
        api.signIn(person.email(), TestPeople.PASSWORD).expectStatus().isUnauthorized();
        api.signIn(person.email(), TestPeople.OTHER_PASSWORD).expectStatus().isNoContent();
    }

    @Test
    void aPasswordIsResetByALinkThatWorksOnce() {
        Account person = people.person(Role.MEMBER);
        RestTestClient browser = people.browser(person.email(), TestPeople.PASSWORD);
        String first = JsonPath.read(
                people.act(people.admin(), "createPasswordReset", person, "token"), "$.data.createPasswordReset.token");
        String second = JsonPath.read(
                people.act(people.admin(), "createPasswordReset", person, "token"), "$.data.createPasswordReset.token");

        people.reset(first).expectStatus().isNotFound();
        people.reset(second).expectStatus().isNoContent();

        people.reset(second).expectStatus().isNotFound();
        browser.get().uri("/session").exchange().expectStatus().isUnauthorized();
        api.signIn(person.email(), TestPeople.OTHER_PASSWORD).expectStatus().isNoContent();
        assertThat(people.actions()).contains("createPasswordReset", "resetPassword");
        assertThat(audit.list(organization.id(), AuditFilter.ALL, null, 100).toString())
                .doesNotContain(first, second, TestPeople.PASSWORD, TestPeople.OTHER_PASSWORD, person.email());
    }

    @Test
    void peopleLookAfterThemselves() {
        Account person = people.person(Role.MEMBER);
        RestTestClient here = people.browser(person.email(), TestPeople.PASSWORD);
        RestTestClient elsewhere = people.browser(person.email(), TestPeople.PASSWORD);

        assertThat(people.ask(here, "mutation { updateProfile(input: {name: \"Ada\"}) { user { name } } }", Map.of()))
                .contains("Ada");
        assertThat(people.ask(here, "mutation { signOutEverywhere { user { id } } }", Map.of()))
                .contains(UserNodes.id(person));

        List.of(here, elsewhere)
                .forEach(browser ->
                        browser.get().uri("/session").exchange().expectStatus().isUnauthorized());
    }

    @Test
    void preferencesAreKeptForThePersonAndChangeOneByOne() {
        RestTestClient here = people.browser(people.person(Role.MEMBER).email(), TestPeople.PASSWORD);
        String ask = "{ viewer { preferences { locale colorScheme } } }";
        assertThat(people.ask(here, ask, Map.of())).contains("{\"locale\":null,\"colorScheme\":null}");

        assertThat(prefer(here, "{locale: \"EN-gb\", colorScheme: DARK}")).contains("en-GB", "DARK");
        assertThat(prefer(here, "{colorScheme: null}")).contains("{\"locale\":\"en-GB\",\"colorScheme\":null}");
        assertThat(prefer(here, "{locale: \"not a tag\"}")).contains("BAD_USER_INPUT", "\"field\":\"locale\"");

        assertThat(people.ask(here, ask, Map.of())).contains("{\"locale\":\"en-GB\",\"colorScheme\":null}");
        here.get()
                .uri("/session")
                .exchange()
                .expectBody()
                .json("{\"preferences\":{\"locale\":\"en-GB\",\"colorScheme\":null}}");
        assertThat(people.actions()).containsOnly("updatePreferences").hasSize(2);
    }

    private String changePassword(RestTestClient client, String current, String next) {
        return people.ask(
                client,
                "mutation($a: String!, $b: String!) { changePassword(input: {currentPassword: $a, newPassword: $b}) { user { id } } }",
                Map.of("a", current, "b", next));
    }

    private String prefer(RestTestClient client, String input) {
        return people.ask(
                client,
                "mutation { updatePreferences(input: %s) { preferences { locale colorScheme } } }".formatted(input),
                Map.of());
    }
}
