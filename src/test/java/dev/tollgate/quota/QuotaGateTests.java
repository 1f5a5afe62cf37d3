package dev.tollgate.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.audit.Cause;
import dev.tollgate.core.Money;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.ingest.Drafts;
import dev.tollgate.ingest.IngestSource;
import dev.tollgate.ingest.UsageIntake;
import dev.tollgate.live.ControlSignal;
import dev.tollgate.live.ControlSignal.QuotaMetric;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.testing.TestClock;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.redisson.api.options.KeysScanOptions;
import org.redisson.client.codec.StringCodec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@TollgateTest
class QuotaGateTests {

    private static final QuotaContext CALL =
            new QuotaContext("search", "assistant", "u-1", null, "chat", "gpt-5.5", "openai");

    private final Quotas quotas;
    private final QuotaGate gate;
    private final QuotaUtilizations utilizations;
    private final UsageIntake intake;
    private final TenantTransactions transactions;
    private final RedissonClient redis;
    private final TestClock clock;
    private final OrganizationId organization;
    private final OrganizationId others;
    private final Nodes.Node other;

    @Autowired
    QuotaGateTests(
            Quotas quotas,
            QuotaGate gate,
            QuotaUtilizations utilizations,
            UsageIntake intake,
            TenantTransactions transactions,
            RedissonClient redis,
            TestClock clock,
            TestOrganizations organizations,
            ApplicationContext beans) {
        this.quotas = quotas;
        this.gate = gate;
        this.utilizations = utilizations;
        this.intake = intake;
        this.transactions = transactions;
        this.redis = redis;
        this.clock = clock;
        this.organization = organizations.create().id();
        this.others = organizations.create().id();
        this.other = new Nodes(beans).create();
    }

    @AfterEach
    void end() {
        clock.reset();
        other.close();
    }

    @Test
    void neverOvershootsWithManyCallersOnTwoNodes() throws Exception {
        Quota quota = create(EnforcementMode.BLOCK, limits(20_000));

        ManyCallers.Totals totals = new ManyCallers(organization, CALL, List.of(gate, other.gate()))
                .run(3_840, () -> assertThat(use(quota).used()).isLessThanOrEqualTo(BigDecimal.valueOf(20_000)));

        assertThat(totals.granted() + totals.refused()).isEqualTo(3_840);
        assertThat(totals.refused()).isPositive();
        assertThat(use(quota).used()).isEqualByComparingTo(BigDecimal.valueOf(totals.settled()));
        assertThat(use(quota).reserved()).isZero();
    }

    @Test
    void reservesInAllMatchingQuotasOrInNone() {
        Quota wide = create(EnforcementMode.BLOCK, limits(1_000));
        Quota narrow = create(new QuotaScope(QuotaScope.Type.MODEL, "gpt-5.5"), EnforcementMode.BLOCK, limits(100));

        assertThat(gate.reserve(organization, CALL, tokens(80))).isInstanceOf(Admission.Granted.class);
        assertThat(gate.reserve(organization, CALL, tokens(80)))
                .isInstanceOfSatisfying(
                        Admission.Refused.class,
                        refused -> assertThat(refused.quota().id()).isEqualTo(narrow.id()));

        assertThat(use(wide).reserved()).isEqualByComparingTo("80");
        assertThat(use(narrow).reserved()).isEqualByComparingTo("80");
    }

    @Test
    void returnsAnExpiredReservationAndCountsOneThatIsSettledLate() {
        Quota quota = create(EnforcementMode.BLOCK, limits(100));
        clock.set(noon());
        Admission.Granted held = granted(gate.reserve(organization, CALL, tokens(90)));
        assertThat(gate.reserve(organization, CALL, tokens(20)))
                .isInstanceOfSatisfying(
                        Admission.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Admission.Reason.RESERVED));

        clock.set(held.expiresAt());

        Admission.Granted next = granted(other.gate().reserve(organization, CALL, tokens(20)));
        assertThat(use(quota).reserved()).isEqualByComparingTo("20");
        assertThat(gate.settle(organization, held.reservation(), tokens(95))).isEqualTo(Ending.SETTLED);
        assertThat(gate.release(organization, next.reservation())).isEqualTo(Ending.RELEASED);
        assertThat(use(quota).used()).isEqualByComparingTo("95");
        assertThat(use(quota).reserved()).isZero();
    }

    @Test
    void settlesOnceWhateverIsSaidTheSecondTime() {
        Quota quota = create(EnforcementMode.BLOCK, limits(1_000));
        Admission.Granted held = granted(gate.reserve(organization, CALL, tokens(90)));

        assertThat(gate.settle(organization, held.reservation(), tokens(70))).isEqualTo(Ending.SETTLED);
        assertThat(other.gate().settle(organization, held.reservation(), tokens(700)))
                .isEqualTo(Ending.SETTLED);
        assertThat(gate.release(organization, held.reservation())).isEqualTo(Ending.SETTLED);

        assertThat(use(quota).used()).isEqualByComparingTo("70");
    }

    @Test
    void keepsTheEstimateOfWhatIsNotToldWhenSettling() {
        Quota quota = create(EnforcementMode.BLOCK, limits(1_000));
        CallAmounts estimate = CallAmounts.estimated(100L, 50L, Money.of("0.25"));
        Admission.Granted held = granted(gate.reserve(organization, CALL, estimate));

        gate.settle(organization, held.reservation(), CallAmounts.used(110L, null, null));

        assertThat(use(quota).used()).isEqualByComparingTo("160");
    }

    @Test
    void countsCommitsOnceWhicheverNodeDoes() {
        Quota quota = create(EnforcementMode.BLOCK, limits(100_000));
        IntStream.range(0, 20).parallel().forEach(i -> {
            record("e" + i);
            other.counter().catchUp(organization);
        });

        Awaitility.await().untilAsserted(() -> assertThat(use(quota).used()).isEqualByComparingTo("2200"));
        other.counter().catchUp(organization);
        assertThat(use(quota).used()).isEqualByComparingTo("2200");
    }

    @Test
    void readsInTheLogWhatANodeDidNotCountBeforeItDied() {
        Quota quota = create(EnforcementMode.BLOCK, limits(100_000));
        record("before");
        Awaitility.await().untilAsserted(() -> assertThat(use(quota).used()).isEqualByComparingTo("110"));

        commitAndDie();
        record("after");

        Awaitility.await().untilAsserted(() -> assertThat(use(quota).used()).isEqualByComparingTo("330"));
    }

    @Test
    void countsACallInPlaceOfItsReservationAlsoWhenItIsReadInTheLog() {
        Quota quota = create(EnforcementMode.BLOCK, limits(1_000));
        record("before");
        String settled = settled(100);
        Awaitility.await().untilAsserted(() -> assertThat(use(quota).used()).isEqualByComparingTo("210"));

        commitAndDie(settled);
        other.counter().catchUp(organization);

        Awaitility.await().untilAsserted(() -> assertThat(use(quota).used()).isEqualByComparingTo("220"));
    }

    @Test
    void countsACallInPlaceOfItsReservationAlsoWhenAllIsCountedAnew() {
        Quota quota = create(EnforcementMode.BLOCK, limits(1_000));
        record("before");
        String settled = settled(100);
        Awaitility.await().untilAsserted(() -> assertThat(use(quota).used()).isEqualByComparingTo("210"));

        redis.getKeys().delete(Counters.root(organization));
        commitAndDie(settled);
        other.counter().catchUp(organization);

        Awaitility.await().untilAsserted(() -> assertThat(use(quota).used()).isEqualByComparingTo("220"));
    }

    @Test
    void forgetsThatADeletedQuotaIsCounted() {
        Quota quota = create(EnforcementMode.BLOCK, limits(1_000));
        Quota kept = create(EnforcementMode.BLOCK, limits(1_000));
        use(quota);
        use(kept);

        quotas.delete(organization, Cause.TOLLGATE, quota.id());

        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(redis.<String, String>getMap(Counters.root(organization), StringCodec.INSTANCE)
                                        .readAllKeySet())
                                .containsExactlyInAnyOrder(
                                        "applied", "revision", kept.id().toString()));
    }

    @Test
    void countsAnewFromTheLedgerWhenRedisWasFlushed() {
        Quota quota = create(EnforcementMode.BLOCK, limits(500));
        record("a");
        record("b");
        Awaitility.await().untilAsserted(() -> assertThat(use(quota).used()).isEqualByComparingTo("220"));

        flush();
        record("c");

        assertThat(gate.reserve(organization, CALL, tokens(281))).isInstanceOf(Admission.Refused.class);
        Awaitility.await().untilAsserted(() -> assertThat(use(quota).used()).isEqualByComparingTo("330"));
        assertThat(gate.reserve(organization, CALL, tokens(171))).isInstanceOf(Admission.Refused.class);
        assertThat(gate.reserve(organization, CALL, tokens(170))).isInstanceOf(Admission.Granted.class);
    }

    @Test
    void letsTheLedgerCountWhatWasSettledOnceItIsRecorded() {
        Quota quota = create(EnforcementMode.BLOCK, limits(1_000));
        Admission.Granted settled = granted(gate.reserve(organization, CALL, tokens(100)));
        Admission.Granted open = granted(gate.reserve(organization, CALL, tokens(100)));
        gate.settle(organization, settled.reservation(), tokens(110));
        assertThat(use(quota).used()).isEqualByComparingTo("110");

        record("a", settled.reservation());
        record("b", open.reservation());
        record("c", UUID.randomUUID().toString());
        Awaitility.await().untilAsserted(() -> {
            assertThat(use(quota).used()).isEqualByComparingTo("330");
            assertThat(use(quota).reserved()).isZero();
        });
        record("d", settled.reservation());
        gate.settle(organization, open.reservation(), tokens(110));

        Awaitility.await().untilAsserted(() -> assertThat(use(quota).used()).isEqualByComparingTo("440"));
    }

    @Test
    void beginsAnewWithEveryPeriod() {
        Quota quota = create(EnforcementMode.BLOCK, limits(100));
        clock.set(noon());
        Admission.Granted held = granted(gate.reserve(organization, CALL, tokens(100)));
        gate.settle(organization, held.reservation(), tokens(100));
        assertThat(gate.reserve(organization, CALL, tokens(1)))
                .isInstanceOfSatisfying(
                        Admission.Refused.class,
                        refused -> assertThat(refused.retryAfter()).isEqualTo(Duration.ofHours(12)));

        clock.advance(Duration.ofHours(12));

        assertThat(use(quota).used()).isZero();
        assertThat(gate.reserve(organization, CALL, tokens(100))).isInstanceOf(Admission.Granted.class);
    }

    @Test
    void throttlesMoreTheMoreIsUsed() {
        create(EnforcementMode.THROTTLE, limits(100));
        clock.set(noon());
        use(80);
        granted(gate.reserve(organization, CALL, tokens(0)));
        use(10);
        Duration early = throttled(gate.reserve(organization, CALL, tokens(0)));
        use(10);
        Duration late = throttled(gate.reserve(organization, CALL, tokens(0)));

        assertThat(early).isPositive();
        assertThat(late).isGreaterThan(early).isLessThanOrEqualTo(Duration.ofMinutes(1));
        clock.advance(late);
        granted(gate.reserve(organization, CALL, tokens(0)));
    }

    @Test
    void onlyTellsInAlertMode() {
        Quota quota = create(EnforcementMode.ALERT, limits(100));
        use(150);

        assertThat(gate.reserve(organization, CALL, tokens(100))).isInstanceOf(Admission.Granted.class);
        assertThat(utilization(quota).status()).isEqualTo(ControlSignal.QuotaStatus.EXCEEDED);
    }

    @Test
    void takesAChangedLimitAndAnOverrideWithWhatWasUsed() {
        Quota quota = create(EnforcementMode.BLOCK, limits(100));
        use(100);
        QuotaChange more = new QuotaChange(1, null, limits(200), null, null, null, null, null);
        quotas.update(organization, Cause.TOLLGATE, quota.id(), more);
        Admission.Granted held = granted(gate.reserve(organization, CALL, tokens(100)));
        gate.release(organization, held.reservation());

        Instant expiry = clock.instant().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MICROS);
        quotas.override(organization, Cause.TOLLGATE, quota.id(), new QuotaOverride(limits(120), expiry, "a slow day"));
        assertThat(gate.reserve(organization, CALL, tokens(21))).isInstanceOf(Admission.Refused.class);
        assertThat(gate.reserve(organization, CALL, tokens(20))).isInstanceOf(Admission.Granted.class);
    }

    @Test
    void countsCostToTheNanodollarAndNeverTooLittle() {
        QuotaLimits dollar = new QuotaLimits(null, null, null, null, Money.of("1"));
        create(EnforcementMode.BLOCK, dollar);
        CallAmounts tenth = CallAmounts.estimated(null, null, Money.of("0.100000000001"));

        for (int i = 0; i < 9; i++) {
            granted(gate.reserve(organization, CALL, tenth));
        }
        assertThat(gate.reserve(organization, CALL, tenth)).isInstanceOf(Admission.Refused.class);
        assertThat(gate.reserve(organization, CALL, CallAmounts.estimated(null, null, Money.of("0.099999991"))))
                .isInstanceOf(Admission.Granted.class);
    }

    @Test
    void knowsNothingOfOthers() {
        create(EnforcementMode.BLOCK, limits(100));
        Admission.Granted held = granted(gate.reserve(organization, CALL, tokens(100)));

        assertThat(gate.settle(others, held.reservation(), tokens(1))).isEqualTo(Ending.UNKNOWN);
        assertThat(gate.release(others, held.reservation())).isEqualTo(Ending.UNKNOWN);
        assertThat(gate.reserve(others, CALL, tokens(1_000))).isInstanceOf(Admission.Granted.class);
        assertThat(gate.matching(others, CALL)).isEmpty();
    }

    @Test
    void checksWithoutReserving() {
        Quota quota = create(EnforcementMode.BLOCK, limits(100));

        assertThat(gate.check(organization, CALL, tokens(100))).isInstanceOf(Admission.Granted.class);
        assertThat(gate.check(organization, CALL, tokens(101))).isInstanceOf(Admission.Refused.class);
        assertThat(use(quota).reserved()).isZero();
    }

    private Quota create(EnforcementMode mode, QuotaLimits limits) {
        return create(new QuotaScope(QuotaScope.Type.PROVIDER, "OpenAI"), mode, limits);
    }

    private Quota create(QuotaScope scope, EnforcementMode mode, QuotaLimits limits) {
        PeriodRule daily = new PeriodRule(QuotaPeriod.DAILY, 1, 0);
        return quotas.create(
                organization,
                Cause.TOLLGATE,
                new QuotaDraft("a quota", scope, limits, daily, mode, 80, 95, false, QuotaRate.NONE));
    }

    private static QuotaLimits limits(long totalTokens) {
        return new QuotaLimits(totalTokens, null, null, null, null);
    }

    private static CallAmounts tokens(long tokens) {
        return CallAmounts.used(tokens, 0L, Money.ZERO);
    }

    /** Settles a call. Other modes than BLOCK let it through once a minute at least. */
    private void use(long tokens) {
        clock.advance(Duration.ofMinutes(1));
        Admission.Granted held = granted(gate.reserve(organization, CALL, tokens(0)));
        gate.settle(organization, held.reservation(), tokens(tokens));
    }

    private String settled(long tokens) {
        Admission.Granted held = granted(gate.reserve(organization, CALL, tokens(tokens)));
        gate.settle(organization, held.reservation(), tokens(tokens));
        return held.reservation();
    }

    private static Admission.Granted granted(Admission admission) {
        assertThat(admission).isInstanceOf(Admission.Granted.class);
        return (Admission.Granted) admission;
    }

    private static Duration throttled(Admission admission) {
        assertThat(admission)
                .isInstanceOfSatisfying(
                        Admission.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Admission.Reason.THROTTLED));
        return ((Admission.Refused) admission).retryAfter();
    }

    private ControlSignal.QuotaUtilization utilization(Quota quota) {
        return Objects.requireNonNull(utilizations.now(List.of(quota)).get(quota));
    }

    private ControlSignal.QuotaUse use(Quota quota) {
        ControlSignal.QuotaUse use = utilization(quota).limits().getFirst();
        assertThat(use.metric()).isEqualTo(QuotaMetric.TOTAL_TOKENS);
        return use;
    }

    private void record(String id) {
        intake.record(
                new IngestSource(organization, null),
                List.of(Drafts.event(id, Instant.now()).submitted()));
    }

    private void record(String id, String reservation) {
        intake.record(
                new IngestSource(organization, null),
                List.of(Drafts.event(id, Instant.now())
                        .with("reservation", reservation)
                        .submitted()));
    }

    private static Instant noon() {
        return Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(12));
    }

    private void commitAndDie(String... reservations) {
        transactions.write(
                organization, sql -> sql.execute("""
                WITH next AS (
                    UPDATE usage_sequence SET newest = newest + 1 WHERE organization_id = ? RETURNING newest)
                INSERT INTO usage_batch (organization_id, sequence, events, payload, reservations)
                SELECT organization_id, next.newest, events, payload, CAST(? AS text[]) FROM usage_batch, next
                 WHERE organization_id = ? AND sequence = next.newest - 1
                """, organization.value(), reservations, organization.value()));
    }

    /** In one step, as Redis flushes: otherwise what is counted anew meanwhile would lose a part. */
    private void flush() {
        KeysScanOptions theirs = KeysScanOptions.defaults().pattern("tollgate:{" + organization + "}:quota*");
        redis.getKeys().delete(redis.getKeys().getKeysStream(theirs).toArray(String[]::new));
    }
}
