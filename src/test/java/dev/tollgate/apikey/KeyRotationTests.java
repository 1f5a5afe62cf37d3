package dev.tollgate.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tollgate.audit.AuditFilter;
import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.Actor;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Scope;
import dev.tollgate.redis.RedisTopics;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.testing.TestClock;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One key with several secrets, and requests that are sent again. */
@TollgateTest
class KeyRotationTests {

    private static final Set<Scope> SCOPES = Set.of(Scope.USAGE_READ);
    private static final ApiKeyDraft DRAFT = ApiKeyDraft.of("ci", SCOPES, null);
    private static final Duration DAY = Duration.ofDays(1);

    private final ApiKeys keys;
    private final ApiKeyUses uses;
    private final AuditTrail audit;
    private final DSLContext sql;
    private final TenantTransactions transactions;
    private final RedisTopics topics;
    private final TestClock clock;
    private final OrganizationId organization;

    @Autowired
    KeyRotationTests(
            ApiKeys keys,
            ApiKeyUses uses,
            AuditTrail audit,
            DSLContext sql,
            TenantTransactions transactions,
            RedisTopics topics,
            TestClock clock,
            TestOrganizations organizations) {
        this.keys = keys;
        this.uses = uses;
        this.audit = audit;
        this.sql = sql;
        this.transactions = transactions;
        this.topics = topics;
        this.clock = clock;
        this.organization = organizations.create().id();
    }

    @BeforeEach
    void stopTheClock() {
        clock.advance(Duration.ZERO);
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void keepsTheKeyAndForSomeTimeTheEarlierSecret() {
        IssuedApiKey first = create();
        assertThat(keys.authenticate(first.secret())).isPresent();

        IssuedApiKey second = rotate(first.key(), DAY);

        assertThat(second.key().id()).isEqualTo(first.key().id());
        assertThat(second.key().rotatedAt()).isEqualTo(second.key().createdAt());
        assertThat(second.secret()).startsWith(second.key().prefix()).isNotEqualTo(first.secret());
        assertThat(keys.find(organization, first.key().id())).contains(second.key());
        assertWorks(first, true);
        assertWorks(second, true);
        clock.advance(DAY);
        assertWorks(first, false);
        assertWorks(second, true);
        assertThat(keys.count(organization, KeySelection.ALL)).isEqualTo(1);
    }

    @Test
    void endsTheEarlierSecretAtOnceWhenToldTo() {
        IssuedApiKey first = create();
        assertWorks(first, true);

        IssuedApiKey second = rotate(first.key(), Duration.ZERO);

        assertWorks(first, false);
        assertWorks(second, true);
    }

    @Test
    void neverLengthensAGracePeriod() {
        IssuedApiKey first = create();
        IssuedApiKey second = rotate(first.key(), DAY);
        rotate(first.key(), Duration.ofDays(2));

        clock.advance(DAY);

        assertWorks(first, false);
        assertWorks(second, true);
    }

    @Test
    void revokesAllSecrets() {
        IssuedApiKey first = create();
        IssuedApiKey second = rotate(first.key(), DAY);

        keys.revoke(organization, Cause.TOLLGATE, first.key().id());

        assertWorks(first, false);
        assertWorks(second, false);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> rotate(first.key(), DAY))
                .returns(ErrorCode.CONFLICT, ProblemException::code);
    }

    @Test
    void refusesGracePeriodsThatAreNone() {
        ApiKey key = create().key();

        List.of(Duration.ofSeconds(-1), Duration.ofDays(30).plusNanos(1))
                .forEach(grace -> assertThatExceptionOfType(ProblemException.class)
                        .isThrownBy(() -> rotate(key, grace))
                        .returns("gracePeriod", ProblemException::field));
    }

    @Test
    void doesNothingAgainForARequestSentAgain() {
        Cause somebody = new Cause(new Actor.Person(new AccountId(UUID.randomUUID())), null, null);
        IssuedApiKey issued = (IssuedApiKey) keys.create(organization, somebody, DRAFT, "request-1");
        ApiKey key = issued.key();

        assertThat(keys.create(organization, somebody, DRAFT, "request-1")).isEqualTo(new Issuance.Repeated(key));
        Issuance rotated =
                keys.rotate(organization, somebody, key.id(), DAY, "request-2").orElseThrow();
        assertThat(keys.rotate(organization, somebody, key.id(), DAY, "request-2"))
                .contains(new Issuance.Repeated(rotated.key()));
        assertThat(keys.count(organization, KeySelection.ALL)).isEqualTo(1);
        assertThat(keys.count(organization, new KeySelection(key.owner(), null)))
                .isEqualTo(1);
        // What somebody else calls so is another request.
        assertThat(keys.create(organization, Cause.TOLLGATE, DRAFT, "request-1"))
                .isInstanceOf(IssuedApiKey.class);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> keys.rotate(organization, somebody, key.id(), Duration.ZERO, "request-2"))
                .returns(ErrorCode.CONFLICT, ProblemException::code);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> keys.create(organization, somebody, DRAFT, " "))
                .returns("clientMutationId", ProblemException::field);
    }

    @Test
    void createsOneKeyForARequestSentManyTimesAtOnce() {
        List<CompletableFuture<Issuance>> sent = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> keys.create(organization, Cause.TOLLGATE, DRAFT, "at-once")))
                .toList();

        List<Issuance> answers = sent.stream().map(CompletableFuture::join).toList();

        assertThat(answers).filteredOn(IssuedApiKey.class::isInstance).hasSize(1);
        assertThat(answers)
                .extracting(answer -> answer.key().id())
                .containsOnly(answers.getFirst().key().id());
        assertThat(keys.count(organization, KeySelection.ALL)).isEqualTo(1);
    }

    /** The other cache would remember for an hour: it is told. */
    @Test
    void tellsOtherNodesOfARevocation() {
        IssuedApiKey issued = create();
        ApiKeySecret secret = ApiKeySecret.parse(issued.secret()).orElseThrow();
        try (ApiKeyCache other = new ApiKeyCache(sql, transactions, topics, Duration.ofHours(1))) {
            Awaitility.await().until(() -> {
                assertThat(other.find(secret)).isPresent();
                keys.revoke(organization, Cause.TOLLGATE, issued.key().id());
                return other.find(secret)
                        .filter(entry -> entry.worksAt(clock.instant()))
                        .isEmpty();
            });
        }
    }

    /** The other cache hears nothing, as when Redis loses the message. */
    @Test
    void findsOutOfARevocationThatNobodyToldOf() {
        IssuedApiKey issued = create();
        ApiKeySecret secret = ApiKeySecret.parse(issued.secret()).orElseThrow();
        try (ApiKeyCache other = new ApiKeyCache(sql, transactions, topics, Duration.ofHours(1))) {
            assertThat(other.find(secret)).isPresent();
            transactions.write(organization, bound -> {
                new ApiKeySecretTable(bound)
                        .changed(new ApiKeySecretTable.Owner(
                                organization, issued.key().id()));
                return new ApiKeyTable(bound, organization).revoke(issued.key().id(), clock.instant());
            });
            assertThat(other.find(secret))
                    .hasValueSatisfying(
                            entry -> assertThat(entry.worksAt(clock.instant())).isTrue());

            other.ask();

            assertThat(other.find(secret))
                    .hasValueSatisfying(
                            entry -> assertThat(entry.worksAt(clock.instant())).isFalse());
        }
    }

    @Test
    void knowsWhenAKeyWasLastUsed() {
        IssuedApiKey issued = create();
        ApiKey key = issued.key();
        assertThat(keys.lastUses(organization, List.of(key.id()))).isEmpty();

        use(issued);
        assertThat(keys.lastUses(organization, List.of(key.id()))).containsEntry(key.id(), key.createdAt());
        clock.advance(Duration.ofSeconds(30));
        use(issued);

        // At most once a minute.
        assertThat(keys.lastUses(organization, List.of(key.id()))).containsEntry(key.id(), key.createdAt());
    }

    @Test
    void tellsTheAuditTrailEverythingButTheSecret() {
        IssuedApiKey first = create();
        IssuedApiKey second = rotate(first.key(), DAY);
        keys.revoke(organization, Cause.TOLLGATE, first.key().id());

        assertThat(audit.list(organization, AuditFilter.ALL, null, 10))
                .extracting(entry -> entry.action())
                .containsExactly("revokeApiKey", "rotateApiKey", "createApiKey");
        assertThat(audit.list(organization, AuditFilter.ALL, null, 10).toString())
                .contains(first.key().prefix(), second.key().prefix(), "previousSecretUntil")
                .doesNotContain(first.secret(), second.secret());
    }

    private IssuedApiKey create() {
        return keys.create(organization, Cause.TOLLGATE, "ci", SCOPES, null);
    }

    private IssuedApiKey rotate(ApiKey key, Duration grace) {
        return (IssuedApiKey)
                keys.rotate(organization, Cause.TOLLGATE, key.id(), grace, null).orElseThrow();
    }

    private void use(IssuedApiKey issued) {
        keys.used(keys.authenticate(issued.secret()).orElseThrow());
        uses.write();
    }

    private void assertWorks(IssuedApiKey issued, boolean works) {
        assertThat(keys.authenticate(issued.secret()).isPresent()).isEqualTo(works);
    }
}
