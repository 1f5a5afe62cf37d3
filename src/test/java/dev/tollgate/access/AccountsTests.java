package dev.tollgate.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Scope;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@TollgateTest
class AccountsTests {

    private static final String PASSWORD = "correct horse battery";

    private final Accounts accounts;
    private final Viewers viewers;
    private final SignIn signIn;
    private final OrganizationId organization;

    @Autowired
    AccountsTests(Accounts accounts, Viewers viewers, SignIn signIn, TestOrganizations organizations) {
        this.accounts = accounts;
        this.viewers = viewers;
        this.signIn = signIn;
        this.organization = organizations.create().id();
    }

    @Test
    void knowsAnAddressHoweverItIsWritten() {
        String email = "ada-" + UUID.randomUUID() + "@example.com";
        Account created =
                accounts.create(" " + email.toUpperCase(Locale.ROOT) + " ", "Ada", PASSWORD, organization, Role.OWNER);

        assertThat(created.email()).isEqualTo(email);
        assertThat(accounts.find(created.id())).contains(created);
        assertThat(signIn.attempt(email.replace("ada", "Ada"), PASSWORD, "192.0.2.1"))
                .isEqualTo(new SignInResult.SignedIn(created.id()));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> accounts.create(email, "Eve", PASSWORD, organization, Role.MEMBER))
                .returns(ErrorCode.CONFLICT, ProblemException::code);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void givesTheViewerTheScopesOfTheRole(Role role) {
        Account account = accounts.create(UUID.randomUUID() + "@example.com", "Ada", PASSWORD, organization, role);

        assertThat(viewers.of(account.id()))
                .contains(new Viewer(organization, role.scopes(), new Viewer.Person(account.id())));
    }

    @Test
    void givesMembersTheirOwnUseAndAnalystsNothingThatChanges() {
        assertThat(Role.MEMBER.scopes()).containsExactlyInAnyOrder(Scope.USAGE_WRITE, Scope.GATEWAY_CALL);
        assertThat(Role.ANALYST.scopes()).containsExactlyInAnyOrder(Scope.USAGE_READ, Scope.CONTROL_READ);
        assertThat(Role.OWNER.scopes()).contains(Scope.ADMIN);
    }

    @Test
    void givesManyAttemptsAtOnceNoMoreGuessesThanOneAfterTheOther() throws Exception {
        String email = UUID.randomUUID() + "@example.com";
        accounts.create(email, "Ada", PASSWORD, organization, Role.OWNER);
        Callable<SignInResult> guess = () -> signIn.attempt(email, "wrong", "192.0.2.1");

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<SignInResult> results = threads.invokeAll(Collections.nCopies(20, guess)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(results)
                    .filteredOn(SignInResult.Refused.class::isInstance)
                    .hasSize(5);
            assertThat(results)
                    .filteredOn(SignInResult.Locked.class::isInstance)
                    .hasSize(15);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "not an address, Ada, correct horse battery, email",
        "a@b@c, Ada, correct horse battery, email",
        "'', Ada, correct horse battery, email",
        "ada@example.com, ' ', correct horse battery, name",
        "ada@example.com, Ada, too short, password",
    })
    void refusesWhatAPersonCannotBe(String email, String name, String password, String field) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> accounts.create(email, name, password, organization, Role.OWNER))
                .returns(field, ProblemException::field);
    }
}
