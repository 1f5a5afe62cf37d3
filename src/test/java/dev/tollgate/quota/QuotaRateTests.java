package dev.tollgate.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.audit.Cause;
import dev.tollgate.core.Money;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.testing.TestClock;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@TollgateTest
class QuotaRateTests {

    private static final QuotaContext CALL = new QuotaContext("search", null, "u-1", null, null, null, null);
    private static final QuotaLimits NO_LIMITS = new QuotaLimits(null, null, null, null, null);

    private final Quotas quotas;
    private final QuotaGate gate;
    private final TestClock clock;
    private final OrganizationId organization;
    private final Nodes.Node other;

    @Autowired
    QuotaRateTests(
            Quotas quotas, QuotaGate gate, TestClock clock, TestOrganizations organizations, ApplicationContext beans) {
        this.quotas = quotas;
        this.gate = gate;
        this.clock = clock;
        this.organization = organizations.create().id();
        this.other = new Nodes(beans).create();
        clock.set(Instant.now());
    }

    @AfterEach
    void end() {
        clock.reset();
        other.close();
    }

    @Test
    void letsABurstThroughAndThenTheRateOnAllNodesTogether() {
        create(QuotaScope.ORGANIZATION, NO_LIMITS, new QuotaRate(2, null, 5));

        assertThat(granted(8)).isEqualTo(5);
        assertThat(tooFast(gate.reserve(organization, CALL, tokens(1)))).isEqualTo(Duration.ofMillis(500));
        assertThat(tooFast(other.gate().check(organization, CALL, tokens(1)))).isEqualTo(Duration.ofMillis(500));

        clock.advance(Duration.ofMillis(500));
        assertThat(granted(3)).isEqualTo(1);
        clock.advance(Duration.ofSeconds(2));
        assertThat(granted(8)).isEqualTo(4);
        clock.advance(Duration.ofHours(1));
        assertThat(granted(8)).isEqualTo(5);
    }

    @Test
    void holdsCallsToBothRates() {
        create(QuotaScope.ORGANIZATION, NO_LIMITS, new QuotaRate(10, 15, null));

        assertThat(granted(20)).isEqualTo(10);
        clock.advance(Duration.ofSeconds(1));
        assertThat(granted(20)).isEqualTo(5);
        clock.advance(Duration.ofSeconds(4));
        assertThat(granted(20)).isEqualTo(1);
    }

    @Test
    void takesNothingOfTheRateForACallThatIsRefused() {
        create(QuotaScope.ORGANIZATION, NO_LIMITS, new QuotaRate(null, 3, null));
        create(
                new QuotaScope(QuotaScope.Type.TEAM, "search"),
                new QuotaLimits(100L, null, null, null, null),
                QuotaRate.NONE);
        create(new QuotaScope(QuotaScope.Type.USER, "u-1"), NO_LIMITS, new QuotaRate(1, null, null));
        QuotaContext others = new QuotaContext(null, null, "u-2", null, null, null, null);

        for (int i = 0; i < 5; i++) {
            assertThat(gate.reserve(organization, CALL, tokens(101)))
                    .isInstanceOfSatisfying(
                            Admission.Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Admission.Reason.EXCEEDED));
        }
        assertThat(gate.reserve(organization, CALL, tokens(1))).isInstanceOf(Admission.Granted.class);
        for (int i = 0; i < 5; i++) {
            tooFast(gate.reserve(organization, CALL, tokens(1)));
        }

        assertThat(gate.reserve(organization, others, tokens(1))).isInstanceOf(Admission.Granted.class);
        assertThat(gate.reserve(organization, others, tokens(1))).isInstanceOf(Admission.Granted.class);
        tooFast(gate.reserve(organization, others, tokens(1)));
    }

    @Test
    void looksWithoutTaking() {
        create(QuotaScope.ORGANIZATION, NO_LIMITS, new QuotaRate(1, null, null));

        for (int i = 0; i < 5; i++) {
            assertThat(gate.check(organization, CALL, tokens(1))).isInstanceOf(Admission.Granted.class);
        }
        assertThat(granted(2)).isEqualTo(1);
    }

    @Test
    void takesAChangedRateAtOnce() {
        Quota quota = create(QuotaScope.ORGANIZATION, NO_LIMITS, new QuotaRate(10, null, null));
        assertThat(granted(20)).isEqualTo(10);

        change(quota, new QuotaRate(100, null, null));
        clock.advance(Duration.ofSeconds(1));
        assertThat(granted(120)).isEqualTo(100);
    }

    @Test
    void refusesARateThatCannotBe() {
        assertField("rate.perSecond", new QuotaRate(0, null, null));
        assertField("rate.burst", new QuotaRate(null, null, 5));
        assertField("rate.burst", new QuotaRate(5, 10, 11));
        assertField("limits", QuotaRate.NONE);
    }

    private void assertField(String field, QuotaRate rate) {
        assertThatThrownBy(() -> create(QuotaScope.ORGANIZATION, NO_LIMITS, rate))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.field()).isEqualTo(field));
    }

    private void change(Quota quota, QuotaRate rate) {
        quotas.update(
                organization,
                Cause.TOLLGATE,
                quota.id(),
                new QuotaChange(null, null, null, null, null, null, null, rate));
    }

    private Quota create(QuotaScope scope, QuotaLimits limits, QuotaRate rate) {
        PeriodRule daily = new PeriodRule(QuotaPeriod.DAILY, 1, 0);
        return quotas.create(
                organization,
                Cause.TOLLGATE,
                new QuotaDraft("a rate", scope, limits, daily, EnforcementMode.BLOCK, 80, 95, false, rate));
    }

    /** How many of so many calls at once, on both nodes, are let through. */
    private long granted(int calls) {
        return IntStream.range(0, calls)
                .mapToObj(i -> i % 2 == 0 ? gate : other.gate())
                .filter(node -> node.reserve(organization, CALL, tokens(1)) instanceof Admission.Granted)
                .count();
    }

    private static Duration tooFast(Admission admission) {
        assertThat(admission)
                .isInstanceOfSatisfying(
                        Admission.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Admission.Reason.RATE_LIMITED));
        return ((Admission.Refused) admission).retryAfter();
    }

    private static CallAmounts tokens(long tokens) {
        return CallAmounts.used(tokens, 0L, Money.ZERO);
    }
}
