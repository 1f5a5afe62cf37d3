package dev.tollgate.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tollgate.audit.AuditFilter;
import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.redis.RedisTopics;
import dev.tollgate.tenancy.OwnerDatabase;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.tenancy.Timestamps;
import dev.tollgate.testing.FakeProvider;
import dev.tollgate.testing.TestClock;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TollgateTest
class ProviderCredentialsTests {

    private static final String FIRST = "sk-first-0123456789";
    private static final String SECOND = "sk-second-0123456789";
    private static final Duration DAY = Duration.ofDays(1);

    private final ProviderCredentials credentials;
    private final CredentialKeeper keeper;
    private final SecretVault vault;
    private final AuditTrail audit;
    private final TenantTransactions transactions;
    private final RedisTopics topics;
    private final OwnerDatabase database;
    private final TestOrganizations organizations;
    private final TestClock clock;
    private final OrganizationId organization;
    private final FakeProvider provider = new FakeProvider(FIRST, SECOND);

    @Autowired
    ProviderCredentialsTests(
            ProviderCredentials credentials,
            CredentialKeeper keeper,
            SecretVault vault,
            AuditTrail audit,
            TenantTransactions transactions,
            RedisTopics topics,
            OwnerDatabase database,
            TestOrganizations organizations,
            TestClock clock) {
        this.credentials = credentials;
        this.keeper = keeper;
        this.vault = vault;
        this.audit = audit;
        this.transactions = transactions;
        this.topics = topics;
        this.database = database;
        this.organizations = organizations;
        this.clock = clock;
        this.organization = organizations.create().id();
    }

    @BeforeEach
    void stopTheClock() {
        clock.set(Timestamps.now(clock));
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
        provider.close();
    }

    @Test
    void keepsASecretEncryptedAndListsItsCredentialWithout() {
        ProviderCredential added = add(FIRST);

        assertThat(credentials.list(organization)).containsExactly(added);
        assertThat(added.toString()).doesNotContain(FIRST);
        assertThat(usable().secret())
                .returns(FIRST, ProviderSecret::value)
                .returns(provider.baseUrl(), secret -> secret.baseUrl().toString())
                .asString()
                .doesNotContain(FIRST);
        byte[] stored = ciphertexts().getFirst();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("sk-first");
        assertThat(stored.length).isGreaterThan(FIRST.length());
    }

    @Test
    void knowsAProviderByAnyOfItsNames() {
        add(FIRST);

        assertThat(credentials.secretFor(organization, " OpenAI ")).isInstanceOf(SecretAnswer.Usable.class);
        assertThat(credentials.secretFor(organization, "anthropic")).isInstanceOf(SecretAnswer.Missing.class);
    }

    @Test
    void keepsNothingThatTheProviderDoesNotAccept() {
        assertProblem(ErrorCode.BAD_USER_INPUT, "secret", () -> add("sk-unknown-0123456789"));

        assertThat(credentials.list(organization)).isEmpty();
        assertThat(credentials.secretFor(organization, "openai")).isInstanceOf(SecretAnswer.Missing.class);
        assertThat(audit.list(organization, AuditFilter.ALL, null, 10)).isEmpty();
    }

    @Test
    void hasOneCredentialForEachProviderHoweverManyAreAddedAtOnce() {
        List<CompletableFuture<Boolean>> adding = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> add(FIRST).version() == 1)
                        .exceptionally(_ -> false))
                .toList();

        assertThat(adding.stream().filter(CompletableFuture::join)).hasSize(1);
        assertThat(credentials.list(organization)).hasSize(1);
        assertProblem(ErrorCode.CONFLICT, "provider", () -> add(SECOND));
    }

    @Test
    void readsTheEarlierSecretBesideTheNewOneForAWhile() {
        ProviderCredential added = add(FIRST);

        ProviderCredential rotated = rotate(added, SECOND, DAY);

        assertThat(rotated.id()).isEqualTo(added.id());
        assertThat(rotated.secretVersion()).isEqualTo(2);
        assertThat(usable().secret().value()).isEqualTo(SECOND);
        assertThat(usable().previous()).isNotNull().returns(FIRST, ProviderSecret::value);
        clock.advance(DAY);
        assertThat(usable().secret().value()).isEqualTo(SECOND);
        assertThat(usable().previous()).isNull();
        keeper.look();
        assertThat(ciphertexts()).hasSize(1);
        assertThat(credentials.list(organization).getFirst().previousSecretUntil())
                .isNull();
    }

    @Test
    void dropsTheEarlierSecretAtOnceWhenToldTo() {
        rotate(add(FIRST), SECOND, Duration.ZERO);

        assertThat(usable().previous()).isNull();
        assertThat(ciphertexts()).hasSize(1);
    }

    @Test
    void keepsTheSecretWhenTheProviderRefusesTheNextOne() {
        ProviderCredential added = add(FIRST);

        assertProblem(ErrorCode.BAD_USER_INPUT, "secret", () -> rotate(added, "sk-unknown-0123456789", DAY));
        assertProblem(ErrorCode.BAD_USER_INPUT, "gracePeriod", () -> rotate(added, SECOND, Duration.ofDays(31)));

        assertThat(credentials.list(organization)).containsExactly(added);
        assertThat(usable().secret().value()).isEqualTo(FIRST);
    }

    @Test
    void rotatesOnceForARequestSentAgain() {
        ProviderCredential added = add(FIRST);
        SecretRotation rotation = new SecretRotation(SECOND, null, DAY, Optional.of(added.version()));

        credentials.rotate(organization, Cause.TOLLGATE, added.id(), rotation);

        assertProblem(
                ErrorCode.CONFLICT, null, () -> credentials.rotate(organization, Cause.TOLLGATE, added.id(), rotation));
        assertThat(credentials.list(organization).getFirst().secretVersion()).isEqualTo(2);
    }

    /** No call is to fail meanwhile: at every moment there is a secret that the provider takes. */
    @Test
    void alwaysHasASecretWhileItIsRotated() {
        ProviderCredential added = add(FIRST);
        CompletableFuture<Void> rotating = CompletableFuture.runAsync(() ->
                IntStream.range(0, 10).forEach(i -> rotate(added, i % 2 == 0 ? SECOND : FIRST, DAY)));

        while (!rotating.isDone()) {
            assertThat(usable().secret().value()).isIn(FIRST, SECOND);
        }
        rotating.join();

        assertThat(ciphertexts()).hasSize(2);
        assertThat(credentials.list(organization).getFirst().secretVersion()).isEqualTo(11);
    }

    @Test
    void validatesAgain() {
        ProviderCredential added = add(FIRST);
        clock.advance(DAY);

        ProviderCredential validated =
                credentials.validate(organization, Cause.TOLLGATE, added.id()).orElseThrow();
        assertThat(validated.validatedAt()).isEqualTo(clock.instant());

        provider.reject(FIRST);
        assertProblem(
                ErrorCode.BAD_USER_INPUT,
                "secret",
                () -> credentials.validate(organization, Cause.TOLLGATE, added.id()));
        assertThat(credentials.list(organization)).containsExactly(validated);
    }

    @Test
    void removesTheSecretsWithTheCredential() {
        ProviderCredential added = add(FIRST);
        rotate(added, SECOND, DAY);

        assertThat(credentials.remove(organization, Cause.TOLLGATE, added.id())).isPresent();

        assertThat(credentials.secretFor(organization, "openai")).isInstanceOf(SecretAnswer.Missing.class);
        assertThat(ciphertexts()).isEmpty();
        assertThat(database.sql()
                        .fetchValue(
                                "SELECT count(*) FROM provider_data_key WHERE organization_id = ?",
                                organization.value()))
                .isEqualTo(0L);
        assertThat(credentials.remove(organization, Cause.TOLLGATE, added.id())).isEmpty();
        add(SECOND);
    }

    @Test
    void stopsCallsWhenItIsDisabled() {
        ProviderCredential added = add(FIRST);

        ProviderCredential disabled = update(added, CredentialStatus.DISABLED);

        assertThat(disabled.status()).isEqualTo(CredentialStatus.DISABLED);
        assertThat(credentials.secretFor(organization, "openai"))
                .isEqualTo(new SecretAnswer.Disabled(added.id(), DisabledReason.MANUAL));
        update(added, CredentialStatus.ACTIVE);
        assertThat(usable().secret().value()).isEqualTo(FIRST);
    }

    /** The other cache would remember for an hour: it is told. */
    @Test
    void tellsOtherNodesOfChanges() {
        ProviderCredential added = add(FIRST);
        try (SecretCache other = new SecretCache(transactions, vault, topics, Duration.ofHours(1))) {
            Awaitility.await().until(() -> {
                assertThat(other.find(organization, "openai")).isPresent();
                update(added, CredentialStatus.DISABLED);
                boolean told = other.find(organization, "openai").orElseThrow().answer(clock.instant())
                        instanceof SecretAnswer.Disabled;
                update(added, CredentialStatus.ACTIVE);
                return told;
            });
        }
    }

    @Test
    void keepsOrganizationsApart() {
        ProviderCredential added = add(FIRST);
        OrganizationId others = organizations.create().id();

        assertThat(credentials.list(others)).isEmpty();
        assertThat(credentials.find(others, added.id())).isEmpty();
        assertThat(credentials.secretFor(others, "openai")).isInstanceOf(SecretAnswer.Missing.class);
        assertThat(credentials.remove(others, Cause.TOLLGATE, added.id())).isEmpty();
        assertThat(credentials.validate(others, Cause.TOLLGATE, added.id())).isEmpty();
        assertThat(credentials.rotate(others, Cause.TOLLGATE, added.id(), TestDrafts.rotation(SECOND, DAY)))
                .isEmpty();
        assertThat(credentials.update(others, Cause.TOLLGATE, added.id(), TestDrafts.change(null, null)))
                .isEmpty();
        assertThat(usable().secret().value()).isEqualTo(FIRST);
    }

    @Test
    void tellsTheAuditTrailEverythingButTheSecret() {
        ProviderCredential added = add(FIRST);
        clock.advance(Duration.ofSeconds(1));
        credentials.validate(organization, Cause.TOLLGATE, added.id());
        rotate(added, SECOND, DAY);
        update(added, CredentialStatus.DISABLED);
        update(added, CredentialStatus.DISABLED);
        credentials.remove(organization, Cause.TOLLGATE, added.id());

        assertThat(audit.list(organization, AuditFilter.ALL, null, 10))
                .extracting(entry -> entry.action())
                .containsExactly(
                        "removeProviderCredential",
                        "updateProviderCredential",
                        "rotateProviderCredential",
                        "validateProviderCredential",
                        "addProviderCredential");
        assertThat(audit.list(organization, AuditFilter.ALL, null, 10).toString())
                .contains("openai", "previousSecretUntil", provider.baseUrl())
                .doesNotContain(FIRST, SECOND);
    }

    private ProviderCredential add(String secret) {
        return credentials.add(organization, Cause.TOLLGATE, TestDrafts.draft(provider, secret));
    }

    private ProviderCredential rotate(ProviderCredential credential, String secret, Duration grace) {
        return credentials
                .rotate(organization, Cause.TOLLGATE, credential.id(), TestDrafts.rotation(secret, grace))
                .orElseThrow();
    }

    private ProviderCredential update(ProviderCredential credential, CredentialStatus status) {
        return credentials
                .update(organization, Cause.TOLLGATE, credential.id(), TestDrafts.change(null, status))
                .orElseThrow();
    }

    private SecretAnswer.Usable usable() {
        return (SecretAnswer.Usable) credentials.secretFor(organization, "openai");
    }

    private List<byte[]> ciphertexts() {
        return database.sql()
                .fetch("SELECT ciphertext FROM provider_secret WHERE organization_id = ?", organization.value())
                .map(row -> row.get(0, byte[].class));
    }

    private static void assertProblem(ErrorCode code, @Nullable String field, ThrowingCallable work) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(work)
                .returns(code, ProblemException::code)
                .returns(field, ProblemException::field);
    }
}
