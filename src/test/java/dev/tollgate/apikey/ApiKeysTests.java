package dev.tollgate.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tollgate.audit.Cause;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Scope;
import dev.tollgate.testing.TestClock;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@TollgateTest
class ApiKeysTests {

    private static final Set<Scope> SCOPES = Set.of(Scope.USAGE_READ, Scope.USAGE_WRITE);

    private final ApiKeys keys;
    private final TestOrganizations organizations;
    private final TestClock clock;
    private OrganizationId organization;

    @Autowired
    ApiKeysTests(ApiKeys keys, TestOrganizations organizations, TestClock clock) {
        this.keys = keys;
        this.organizations = organizations;
        this.clock = clock;
        this.organization = organizations.create().id();
    }

    @BeforeEach
    void newOrganization() {
        organization = organizations.create().id();
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void findsTheKeyBehindItsSecretAndNoOther() {
        IssuedApiKey issued = keys.create(organization, Cause.TOLLGATE, " ci ", SCOPES, null);

        assertThat(issued.secret())
                .matches("tg_[A-Za-z0-9]{40}")
                .startsWith(issued.key().prefix());
        assertThat(issued.key().name()).isEqualTo("ci");
        assertThat(issued).asString().doesNotContain(issued.secret());
        assertThat(keys.authenticate(issued.secret())).contains(new ApiKeyPrincipal(organization, issued.key()));
        assertThat(keys.authenticate(issued.secret() + "x")).isEmpty();
        assertThat(keys.find(organization, issued.key().id())).contains(issued.key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tg_", "tg_short", "Bearer", "tg_0123456789012345678901234567890\u0000", "' OR 1=1 --"})
    void takesNothingElseForASecret(String text) {
        assertThat(keys.authenticate(text)).isEmpty();
    }

    @Test
    void revokesAtOnceAndKeepsTheFirstTime() {
        IssuedApiKey issued = keys.create(organization, Cause.TOLLGATE, "ci", SCOPES, null);
        assertThat(keys.authenticate(issued.secret())).isPresent();

        ApiKey revoked =
                keys.revoke(organization, Cause.TOLLGATE, issued.key().id()).orElseThrow();

        assertThat(keys.authenticate(issued.secret())).isEmpty();
        assertThat(revoked.revokedAt()).isNotNull();
        clock.advance(Duration.ofMinutes(1));
        assertThat(keys.revoke(organization, Cause.TOLLGATE, issued.key().id())).contains(revoked);
    }

    @Test
    void expiresEvenWhereItIsRemembered() {
        clock.advance(Duration.ZERO);
        IssuedApiKey issued = keys.create(
                organization, Cause.TOLLGATE, "ci", SCOPES, clock.instant().plusSeconds(60));
        clock.advance(Duration.ofSeconds(59));
        assertThat(keys.authenticate(issued.secret())).isPresent();

        clock.advance(Duration.ofSeconds(1));

        assertThat(keys.authenticate(issued.secret())).isEmpty();
    }

    @Test
    void worksWithAGivenSecretOnce() {
        String secret = "tg_given-" + organization.toString().replace("-", "_");
        // Asked before there is such a key: that it was not there must not be remembered.
        assertThat(keys.authenticate(secret)).isEmpty();

        keys.createWithSecret(organization, Cause.TOLLGATE, "bootstrap", Set.of(Scope.ADMIN), secret);

        assertThat(keys.authenticate(secret)).isPresent();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> keys.createWithSecret(organization, Cause.TOLLGATE, "again", SCOPES, secret))
                .returns(ErrorCode.CONFLICT, ProblemException::code);
        assertThat(keys.count(organization, KeySelection.ALL)).isEqualTo(1);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> keys.createWithSecret(organization, Cause.TOLLGATE, "short", SCOPES, "tg_short"))
                .returns("secret", ProblemException::field);
    }

    @Test
    void listsNewestFirstInPages() {
        clock.advance(Duration.ZERO);
        // Two at the same moment: the id decides.
        keys.create(organization, Cause.TOLLGATE, "a", SCOPES, null);
        keys.create(organization, Cause.TOLLGATE, "b", SCOPES, null);
        clock.advance(Duration.ofSeconds(1));
        ApiKey newest =
                keys.create(organization, Cause.TOLLGATE, "c", SCOPES, null).key();

        List<ApiKey> first = keys.list(organization, KeySelection.ALL, null, 2);
        List<ApiKey> rest = keys.list(organization, KeySelection.ALL, ApiKeyPosition.of(first.getLast()), 2);

        assertThat(first).hasSize(2).startsWith(newest);
        assertThat(rest).hasSize(1).doesNotContainAnyElementsOf(first);
        assertThat(keys.count(organization, KeySelection.ALL)).isEqualTo(3);
    }

    @Test
    void findsKeysByAPartOfTheirName() {
        clock.advance(Duration.ZERO);
        ApiKey hundred = keys.create(organization, Cause.TOLLGATE, "Search 100%", SCOPES, null)
                .key();
        keys.create(organization, Cause.TOLLGATE, "search 1000", SCOPES, null);
        KeySelection percent = new KeySelection(null, "00%");

        assertThat(keys.list(organization, percent, null, 10)).containsExactly(hundred);
        assertThat(keys.count(organization, percent)).isEqualTo(1);
        assertThat(keys.count(organization, new KeySelection(null, "SEARCH"))).isEqualTo(2);
    }

    @Test
    void keepsOrganizationsApart() {
        ApiKey ours =
                keys.create(organization, Cause.TOLLGATE, "ours", SCOPES, null).key();
        OrganizationId others = organizations.create().id();
        ApiKeyId theirs = keys.create(others, Cause.TOLLGATE, "theirs", SCOPES, null)
                .key()
                .id();

        assertThat(keys.find(organization, theirs)).isEmpty();
        assertThat(keys.revoke(organization, Cause.TOLLGATE, theirs)).isEmpty();
        assertThat(keys.find(others, theirs).orElseThrow().revokedAt()).isNull();
        assertThat(keys.list(organization, KeySelection.ALL, null, 10)).containsExactly(ours);
        assertThat(keys.labels(organization, List.of(ours.id(), theirs))).containsOnlyKeys(ours.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "nul\u0000", "line\nbreak"})
    void refusesNamesThatCannotBeShown(String name) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> keys.create(organization, Cause.TOLLGATE, name, SCOPES, null))
                .returns("name", ProblemException::field);
    }

    @Test
    void refusesWhatAKeyCannotBe() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> keys.create(organization, Cause.TOLLGATE, "x".repeat(101), SCOPES, null))
                .returns("name", ProblemException::field);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> keys.create(organization, Cause.TOLLGATE, "ci", Set.of(), null))
                .returns("scopes", ProblemException::field);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> keys.create(organization, Cause.TOLLGATE, "ci", SCOPES, clock.instant()))
                .returns("expiresAt", ProblemException::field);
    }
}
