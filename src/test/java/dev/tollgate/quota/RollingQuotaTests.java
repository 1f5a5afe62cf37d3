package dev.tollgate.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.audit.Cause;
import dev.tollgate.core.Money;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.ingest.Drafts;
import dev.tollgate.ingest.IngestSource;
import dev.tollgate.ingest.UsageIntake;
import dev.tollgate.live.ControlSignal;
import dev.tollgate.live.ControlSignal.QuotaStatus;
import dev.tollgate.live.ControlSignal.QuotaUtilization;
import dev.tollgate.testing.TestClock;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redisson.api.RedissonClient;
import org.redisson.api.options.KeysScanOptions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@TollgateTest
class RollingQuotaTests {

    private static final QuotaContext CALL =
            new QuotaContext("search", "assistant", "u-1", null, "chat", "gpt-5.5", "openai");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final long LIMIT = 1_000;

    private final Quotas quotas;
    private final QuotaGate gate;
    private final QuotaUtilizations utilizations;
    private final QuotaStatuses statuses;
    private final UsageIntake intake;
    private final RedissonClient redis;
    private final TestClock clock;
    private final OrganizationId organization;
    private final Nodes.Node other;

    @Autowired
    RollingQuotaTests(
            Quotas quotas,
            QuotaGate gate,
            QuotaUtilizations utilizations,
            QuotaStatuses statuses,
            UsageIntake intake,
            RedissonClient redis,
            TestClock clock,
            TestOrganizations organizations,
            ApplicationContext beans) {
        this.quotas = quotas;
        this.gate = gate;
        this.utilizations = utilizations;
        this.statuses = statuses;
        this.intake = intake;
        this.redis = redis;
        this.clock = clock;
        this.organization = organizations.create().id();
        this.other = new Nodes(beans).create();
    }

    @AfterEach
    void end() {
        clock.reset();
        other.close();
    }

    /** A call that was let through: what counts of it is the estimate, and from its end on what was used. */
    private static final class Call {

        private final String reservation;
        private final Instant at;
        private final long estimate;
        private long counts;
        private boolean open = true;

        private Call(String reservation, Instant at, long estimate) {
            this.reservation = reservation;
            this.at = at;
            this.estimate = estimate;
            this.counts = estimate;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void neverLetsThroughMoreThanTheLimitInAnyWindowOfItsLength(long seed) {
        create(EnforcementMode.BLOCK, QuotaPeriod.ROLLING_HOUR);
        Random random = new Random(seed);
        List<Call> calls = new ArrayList<>();
        clock.set(Instant.now());
        int refused = 0;

        for (int i = 0; i < 600; i++) {
            clock.advance(Duration.ofMillis(random.nextInt(60_000)));
            endSome(calls, random);
            long estimate = 1L + random.nextInt(60);
            boolean fits = counted(calls) + estimate <= LIMIT && counted(calls) < LIMIT;
            Admission admission = (i % 2 == 0 ? gate : other.gate()).reserve(organization, CALL, tokens(estimate));
            assertThat(admission instanceof Admission.Granted).isEqualTo(fits);
            if (admission instanceof Admission.Granted(var reservation, var _)) {
                calls.add(new Call(reservation, clock.instant(), estimate));
            } else {
                refused++;
            }
        }

        assertThat(refused).isPositive();
        for (Call last : calls) {
            assertThat(within(calls, last.at.minus(HOUR), last.at)).isLessThanOrEqualTo(LIMIT);
        }
    }

    /** Settles or releases calls at random, and each before its reservation expires. */
    private void endSome(List<Call> calls, Random random) {
        for (Call call : calls) {
            boolean late = !call.at.plus(Duration.ofMinutes(8)).isAfter(clock.instant());
            if (call.open && (late || random.nextInt(3) == 0)) {
                call.open = false;
                if (random.nextInt(5) == 0) {
                    gate.release(organization, call.reservation);
                    call.counts = 0;
                } else {
                    call.counts = random.nextLong(call.estimate + 1);
                    other.gate().settle(organization, call.reservation, tokens(call.counts));
                }
            }
        }
    }

    private long counted(List<Call> calls) {
        RollingWindow rolling = QuotaPeriod.ROLLING_HOUR.rolling().orElseThrow();
        Instant now = clock.instant();
        return within(calls, rolling.counted(now).from(), now);
    }

    private static long within(List<Call> calls, Instant from, Instant to) {
        return calls.stream()
                .filter(call -> !call.at.isBefore(from) && !call.at.isAfter(to))
                .mapToLong(call -> call.counts)
                .sum();
    }

    @Test
    void saysWhenThereIsRoomAgain() {
        create(EnforcementMode.BLOCK, QuotaPeriod.ROLLING_DAY);
        clock.set(Instant.parse("2026-11-20T10:10:00Z"));
        use(600);
        clock.set(Instant.parse("2026-11-20T15:40:00Z"));
        use(400);

        Duration little = exceeded(gate.reserve(organization, CALL, tokens(1)));
        assertThat(clock.instant().plus(little)).isEqualTo(Instant.parse("2026-11-21T10:30:00Z"));
        Duration much = exceeded(gate.reserve(organization, CALL, tokens(601)));
        assertThat(clock.instant().plus(much)).isEqualTo(Instant.parse("2026-11-21T16:00:00Z"));

        clock.advance(little.minusMillis(1));
        assertThat(gate.check(organization, CALL, tokens(1))).isInstanceOf(Admission.Refused.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(gate.check(organization, CALL, tokens(1))).isInstanceOf(Admission.Granted.class);
        assertThat(gate.check(organization, CALL, tokens(601))).isInstanceOf(Admission.Refused.class);
    }

    @Test
    void seesWhatANodeReservesWhoseClockIsAhead() {
        create(EnforcementMode.BLOCK, QuotaPeriod.ROLLING_HOUR);
        Instant now = Instant.parse("2026-11-20T10:10:59Z");
        clock.set(now.plusSeconds(5));
        use(1_000);

        clock.set(now);

        assertThat(gate.reserve(organization, CALL, tokens(1))).isInstanceOf(Admission.Refused.class);
    }

    @Test
    void countsAnewFromTheLedgerWhenRedisWasFlushed() {
        Quota quota = create(EnforcementMode.BLOCK, QuotaPeriod.ROLLING_HOUR);
        Quota week = create(EnforcementMode.BLOCK, QuotaPeriod.ROLLING_7_DAYS);
        record("long ago", Duration.ofDays(8));
        record("days ago", Duration.ofDays(3));
        record("hours ago", Duration.ofHours(2));
        record("minutes ago", Duration.ofMinutes(50));
        record("now", Duration.ZERO);
        awaitUsed(quota, "220");
        awaitUsed(week, "440");

        flush();

        assertThat(gate.reserve(organization, CALL, tokens(561))).isInstanceOf(Admission.Refused.class);
        assertThat(gate.reserve(organization, CALL, tokens(560))).isInstanceOf(Admission.Granted.class);
        awaitUsed(quota, "220");
        awaitUsed(week, "440");
    }

    @Test
    void takesARecordedCallInPlaceOfWhatWasSettled() {
        Quota quota = create(EnforcementMode.BLOCK, QuotaPeriod.ROLLING_HOUR);
        Admission.Granted held = granted(gate.reserve(organization, CALL, tokens(100)));
        gate.settle(organization, held.reservation(), tokens(90));
        assertThat(use(quota).used()).isEqualByComparingTo("90");

        intake.record(
                new IngestSource(organization, null),
                List.of(Drafts.event("a", Instant.now())
                        .with("reservation", held.reservation())
                        .submitted()));

        awaitUsed(quota, "110");
    }

    @Test
    void fallsBackToOkWhenTheWindowMovesOn() {
        Quota quota = create(EnforcementMode.ALERT, QuotaPeriod.ROLLING_HOUR);
        clock.set(Instant.parse("2026-11-20T10:10:30Z"));
        use(900);
        Awaitility.await()
                .until(() ->
                        quotas.crossed(organization, QuotaStatus.WARNING, 10).contains(quota));

        clock.advance(Duration.ofMinutes(60));
        statuses.lookAtEnded();
        assertThat(quotas.crossed(organization, QuotaStatus.WARNING, 10)).containsExactly(quota);
        clock.advance(Duration.ofMinutes(1));
        statuses.lookAtEnded();

        assertThat(quotas.crossed(organization, QuotaStatus.WARNING, 10)).isEmpty();
        assertThat(utilization(quota).status()).isEqualTo(QuotaStatus.OK);
    }

    @Test
    void projectsWhatIsUsedAndTellsWindowsOneBehindTheOther() {
        Quota quota = create(EnforcementMode.ALERT, QuotaPeriod.ROLLING_DAY);
        clock.set(Instant.parse("2026-11-20T10:10:30Z"));
        use(500);

        QuotaUtilization utilization = utilization(quota);
        assertThat(utilization.projectedPercent()).isEqualTo(utilization.usedPercent());
        assertThat(utilization.periodStart()).isEqualTo("2026-11-19T10:00:00Z");
        assertThat(utilization.periodEnd()).isEqualTo("2026-11-20T10:30:00Z");
        assertThat(utilizations.history(quota, 2))
                .extracting(QuotaHistory::periodStart, QuotaHistory::periodEnd)
                .map(Object::toString)
                .containsExactly(
                        "(2026-11-19T10:00:00Z, 2026-11-20T10:30:00Z)", "(2026-11-18T10:00:00Z, 2026-11-19T10:00:00Z)");
    }

    private Quota create(EnforcementMode mode, QuotaPeriod period) {
        QuotaDraft draft = new QuotaDraft(
                period.name(),
                QuotaScope.ORGANIZATION,
                new QuotaLimits(LIMIT, null, null, null, null),
                new PeriodRule(period, 1, 0),
                mode,
                80,
                95,
                false,
                QuotaRate.NONE);
        return quotas.create(organization, Cause.TOLLGATE, draft);
    }

    private void use(long tokens) {
        Admission.Granted held = granted(gate.reserve(organization, CALL, tokens(tokens)));
        gate.settle(organization, held.reservation(), tokens(tokens));
    }

    private static Admission.Granted granted(Admission admission) {
        assertThat(admission).isInstanceOf(Admission.Granted.class);
        return (Admission.Granted) admission;
    }

    private static Duration exceeded(Admission admission) {
        assertThat(admission)
                .isInstanceOfSatisfying(
                        Admission.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Admission.Reason.EXCEEDED));
        return ((Admission.Refused) admission).retryAfter();
    }

    private static CallAmounts tokens(long tokens) {
        return CallAmounts.used(tokens, 0L, Money.ZERO);
    }

    private QuotaUtilization utilization(Quota quota) {
        return Objects.requireNonNull(utilizations.now(List.of(quota)).get(quota));
    }

    private ControlSignal.QuotaUse use(Quota quota) {
        return utilization(quota).limits().getFirst();
    }

    private void awaitUsed(Quota quota, String tokens) {
        Awaitility.await().untilAsserted(() -> assertThat(use(quota).used()).isEqualByComparingTo(tokens));
    }

    private void record(String id, Duration ago) {
        intake.record(
                new IngestSource(organization, null),
                List.of(Drafts.event(id, Instant.now().minus(ago)).submitted()));
    }

    /** In one step, as Redis flushes: otherwise what is counted anew meanwhile would lose a part. */
    private void flush() {
        KeysScanOptions theirs = KeysScanOptions.defaults().pattern("tollgate:{" + organization + "}:quota*");
        redis.getKeys().delete(redis.getKeys().getKeysStream(theirs).toArray(String[]::new));
    }
}
