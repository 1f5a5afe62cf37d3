package dev.tollgate.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.audit.Cause;
import dev.tollgate.core.Money;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.ingest.Drafts;
import dev.tollgate.ingest.IngestSource;
import dev.tollgate.ingest.UsageIntake;
import dev.tollgate.live.ControlSignal.QuotaStatus;
import dev.tollgate.live.ControlSignal.QuotaUtilization;
import dev.tollgate.live.ControlSignals;
import dev.tollgate.testing.TestClock;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import reactor.core.Disposable;

/** Crossings of a quota's thresholds, seen by two nodes. */
@TollgateTest
class QuotaStatusTests {

    private static final QuotaContext CALL = new QuotaContext("search", null, null, null, null, null, null);

    private final Quotas quotas;
    private final QuotaGate gate;
    private final QuotaStatuses statuses;
    private final UsageIntake intake;
    private final TestClock clock;
    private final OrganizationId organization;
    private final Nodes.Node other;
    private final List<QuotaUtilization> told = new CopyOnWriteArrayList<>();
    private final Disposable listening;

    @Autowired
    QuotaStatusTests(
            Quotas quotas,
            QuotaGate gate,
            QuotaStatuses statuses,
            UsageIntake intake,
            ControlSignals signals,
            TestClock clock,
            TestOrganizations organizations,
            ApplicationContext beans) {
        this.quotas = quotas;
        this.gate = gate;
        this.statuses = statuses;
        this.intake = intake;
        this.clock = clock;
        this.organization = organizations.create().id();
        this.other = new Nodes(beans).create();
        this.listening = signals.signals(organization, QuotaUtilization.class).subscribe(told::add);
    }

    @AfterEach
    void end() {
        listening.dispose();
        clock.reset();
        other.close();
    }

    @Test
    void tellsEachCrossingOnceUpAndDown() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(12)));
        Quota quota = create(1_000);
        IntStream.range(0, 80).parallel().forEach(i -> use(i % 2 == 0 ? gate : other.gate(), 10));
        awaitTold(QuotaStatus.WARNING);
        IntStream.range(0, 20).parallel().forEach(i -> use(i % 2 == 0 ? gate : other.gate(), 10));
        Awaitility.await().until(() -> told.getLast().status() == QuotaStatus.EXCEEDED);

        quotas.update(
                organization,
                Cause.TOLLGATE,
                quota.id(),
                new QuotaChange(null, null, limits(1_200), null, null, null, null, null));
        Awaitility.await().until(() -> told.getLast().status() == QuotaStatus.WARNING);

        clock.advance(Duration.ofHours(12));
        statuses.lookAtEnded();
        other.statuses().lookAtEnded();

        Awaitility.await().until(() -> told.getLast().status() == QuotaStatus.OK);
        assertThat(told).allSatisfy(one -> assertThat(one.status()).isNotEqualTo(one.previousStatus()));
        for (int i = 1; i < told.size(); i++) {
            assertThat(told.get(i).previousStatus()).isEqualTo(told.get(i - 1).status());
        }
        assertThat(told.size()).isBetween(4, 5);
    }

    @Test
    void tellsWhatRecordedCallsCross() {
        create(200);
        record("a");
        record("b");

        Awaitility.await().until(() -> !told.isEmpty() && told.getLast().status() == QuotaStatus.EXCEEDED);
        assertThat(told.getLast().usedPercent()).isEqualTo(110.0);
        assertThat(told.getLast().limits().getFirst().used()).isEqualByComparingTo("220");
    }

    @Test
    void tellsOfANewQuotaThatIsUsedUpAlready() {
        record("a");
        record("b");
        create(100);

        awaitTold(QuotaStatus.EXCEEDED);
        assertThat(told.getFirst().previousStatus()).isEqualTo(QuotaStatus.OK);
    }

    @Test
    void findsQuotasByTheStatusThatWasToldLast() {
        record("a");
        record("b");
        Quota exceeded = create(100);
        Quota within = create(1_000);
        awaitTold(QuotaStatus.EXCEEDED);

        assertThat(quotas.list(organization, having(QuotaStatus.EXCEEDED, QuotaStatus.WARNING), null, 10))
                .containsExactly(exceeded);
        assertThat(quotas.list(organization, having(QuotaStatus.OK), null, 10)).containsExactly(within);
        assertThat(quotas.count(organization, having(QuotaStatus.OK, QuotaStatus.EXCEEDED)))
                .isEqualTo(2);
        assertThat(quotas.count(organization, having(QuotaStatus.values()))).isEqualTo(2);

        clock.advance(Duration.ofDays(1));
        assertThat(quotas.count(organization, having(QuotaStatus.EXCEEDED))).isZero();
        assertThat(quotas.count(organization, having(QuotaStatus.OK))).isEqualTo(2);
    }

    private static QuotaFilter having(QuotaStatus... statuses) {
        return new QuotaFilter(null, null, Set.of(), Set.of(statuses));
    }

    @Test
    void tellsWhatTheEndOfAnOverrideChangesBothWays() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(12)));
        Quota quota = create(1_000);
        use(gate, 900);
        awaitTold(QuotaStatus.WARNING);

        override(quota, 2_000);
        awaitLast(QuotaStatus.OK);
        clock.advance(Duration.ofHours(1));
        statuses.lookAtEnded();
        awaitLast(QuotaStatus.WARNING);

        override(quota, 100);
        awaitLast(QuotaStatus.EXCEEDED);
        clock.advance(Duration.ofHours(1));
        other.statuses().lookAtEnded();
        awaitLast(QuotaStatus.WARNING);
        assertThat(told).hasSize(5);
    }

    @Test
    void tellsWhatOneNodeSeesOfWhatAnotherHasTold() {
        Quota quota = create(1_000);
        other.books().of(organization);
        String held = use(gate, 900);
        awaitTold(QuotaStatus.WARNING);

        Awaitility.await()
                .until(() -> other.books()
                        .of(organization)
                        .told(quota.id())
                        .filter(status -> status.status() == QuotaStatus.WARNING)
                        .isPresent());
        other.reservations().recorded(organization, List.of(held));

        awaitLast(QuotaStatus.OK);
    }

    @Test
    void tellsWhatANodeMissedThatDidNotHearWhatWasTold() {
        Quota quota = create(1_000);
        String held = use(gate, 900);
        awaitTold(QuotaStatus.WARNING);
        QuotaBook deaf = other.books().of(organization);
        deaf.tell(quota.id(), new ToldStatus(QuotaStatus.OK, clock.instant()));
        other.reservations().recorded(organization, List.of(held));

        other.told().readAgain();

        awaitLast(QuotaStatus.OK);
    }

    private void override(Quota quota, long totalTokens) {
        Instant expiry = clock.instant().plus(Duration.ofHours(1));
        quotas.override(
                organization,
                Cause.TOLLGATE,
                quota.id(),
                new QuotaOverride(limits(totalTokens), expiry, "for an hour"));
    }

    private void awaitLast(QuotaStatus status) {
        Awaitility.await().until(() -> told.getLast().status() == status);
    }

    private void awaitTold(QuotaStatus status) {
        Awaitility.await().until(() -> told.stream().anyMatch(one -> one.status() == status));
    }

    private Quota create(long totalTokens) {
        PeriodRule daily = new PeriodRule(QuotaPeriod.DAILY, 1, 0);
        QuotaDraft draft = new QuotaDraft(
                "all",
                QuotaScope.ORGANIZATION,
                limits(totalTokens),
                daily,
                EnforcementMode.ALERT,
                80,
                95,
                false,
                QuotaRate.NONE);
        return quotas.create(organization, Cause.TOLLGATE, draft);
    }

    private static QuotaLimits limits(long totalTokens) {
        return new QuotaLimits(totalTokens, null, null, null, null);
    }

    private String use(QuotaGate gate, long tokens) {
        CallAmounts used = CallAmounts.used(tokens, 0L, Money.ZERO);
        Admission.Granted held = (Admission.Granted) gate.reserve(organization, CALL, used);
        gate.settle(organization, held.reservation(), used);
        return held.reservation();
    }

    private void record(String id) {
        intake.record(
                new IngestSource(organization, null),
                List.of(Drafts.event(id, Instant.now()).submitted()));
    }
}
