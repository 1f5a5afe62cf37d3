package dev.tollgate.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tollgate.access.Account;
import dev.tollgate.access.Accounts;
import dev.tollgate.access.Role;
import dev.tollgate.audit.AuditEntry;
import dev.tollgate.audit.AuditFilter;
import dev.tollgate.audit.AuditOutcome;
import dev.tollgate.audit.AuditTrail;
import dev.tollgate.core.Actor;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What the audit log tells of signing in and out. */
@TollgateTest
class AuditedSessionsTests {

    private static final String PASSWORD = "correct horse battery";
    private static final String SWITCH =
            "mutation($slug: String!) { switchOrganization(input: {slug: $slug}) { organization { slug } } }";
    private static final String CHANGE_PASSWORD = """
            mutation($old: String!) { changePassword(input: {currentPassword: $old, newPassword: "staple horse battery"}) {
              user { id } } }""";

    private final TestApi api;
    private final AuditTrail audit;
    private final Organization organization;
    private final Account person;

    @Autowired
    AuditedSessionsTests(TestApi api, Accounts accounts, AuditTrail audit, TestOrganizations organizations) {
        this.api = api;
        this.audit = audit;
        this.organization = organizations.create();
        this.person =
                accounts.create(UUID.randomUUID() + "@example.com", "Ada", PASSWORD, organization.id(), Role.MEMBER);
    }

    @Test
    void tellOfSigningOut() {
        RestTestClient browser = browser();

        browser.delete().uri("/session").exchange().expectStatus().isNoContent();
        browser.delete().uri("/session").exchange().expectStatus().isNoContent();

        assertThat(entries()).extracting(AuditEntry::action).containsExactly("signOut", "signIn");
        assertThat(entries().getFirst().actor()).isEqualTo(new Actor.Person(person.id()));
        assertThat(entries().getFirst().address()).isEqualTo("127.0.0.1");
    }

    @Test
    void tellOfSigningOutEverywhereAndOfComingIn() {
        RestTestClient browser = browser();

        ask(browser, SWITCH, Map.of("slug", organization.slug()));
        ask(browser, "mutation { signOutEverywhere { user { id } } }", Map.of());

        assertThat(entries())
                .extracting(AuditEntry::action)
                .containsExactly("signOutEverywhere", "switchOrganization", "signIn");
    }

    @Test
    void tellOfWrongCurrentPasswords() {
        RestTestClient browser = browser();

        ask(browser, CHANGE_PASSWORD, Map.of("old", "wrong"));
        ask(browser, CHANGE_PASSWORD, Map.of("old", "wrong"));

        assertThat(entries())
                .extracting(AuditEntry::action, AuditEntry::outcome, AuditEntry::reason)
                .containsExactly(
                        tuple("changePassword", AuditOutcome.REFUSED, "The current password is wrong."),
                        tuple("signIn", AuditOutcome.DONE, null));
    }

    @Test
    void tellOfAttemptsOnALockedAccountOnceAMinute() {
        for (int i = 0; i < 5; i++) {
            api.signIn(person.email(), "wrong").expectStatus().isUnauthorized();
        }
        api.signIn(person.email(), PASSWORD).expectStatus().isEqualTo(429);
        api.signIn(person.email(), PASSWORD).expectStatus().isEqualTo(429);

        assertThat(entries()).hasSize(6).extracting(AuditEntry::outcome).containsOnly(AuditOutcome.REFUSED);
        assertThat(entries().getFirst().reason()).isEqualTo("Too many failed attempts");
    }

    private List<AuditEntry> entries() {
        return audit.list(organization.id(), AuditFilter.ALL, null, 100);
    }

    private RestTestClient browser() {
        return api.signedIn(person.email(), PASSWORD)
                .mutate()
                .defaultHeader("Sec-Fetch-Site", "same-origin")
                .build();
    }

    private void ask(RestTestClient client, String document, Map<String, ?> variables) {
        api.graphQl(client, document, variables).expectStatus().isOk();
    }
}
