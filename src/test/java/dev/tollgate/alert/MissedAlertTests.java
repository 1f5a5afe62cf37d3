package dev.tollgate.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.analytics.CalendarPeriod;
import dev.tollgate.analytics.UsageMetric;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.live.ControlSignal.AlertSeverity;
import dev.tollgate.live.ControlSignal.QuotaStatus;
import dev.tollgate.organization.Organization;
import dev.tollgate.quota.EnforcementMode;
import dev.tollgate.quota.PeriodRule;
import dev.tollgate.quota.Quota;
import dev.tollgate.quota.QuotaDraft;
import dev.tollgate.quota.QuotaLimits;
import dev.tollgate.quota.QuotaPeriod;
import dev.tollgate.quota.QuotaRate;
import dev.tollgate.quota.QuotaScope;
import dev.tollgate.quota.QuotaUtilizations;
import dev.tollgate.quota.Quotas;
import dev.tollgate.testing.TestClock;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What happens after the last look in a period, and is over at the next one. */
@TollgateTest
class MissedAlertTests {

    private final AlertRules rules;
    private final Alerts alerts;
    private final AlertEvaluator evaluator;
    private final Quotas quotas;
    private final TestClock clock;
    private final ApplicationContext beans;
    private final OrganizationId id;
    private final RecordedCalls calls;

    /** The midnight that the tests are about. */
    private final Instant midnight = Instant.now().truncatedTo(ChronoUnit.DAYS);

    @Autowired
    MissedAlertTests(
            AlertRules rules,
            Alerts alerts,
            AlertEvaluator evaluator,
            Quotas quotas,
            TestClock clock,
            TestOrganizations organizations,
            ApplicationContext beans) {
        this.rules = rules;
        this.alerts = alerts;
        this.evaluator = evaluator;
        this.quotas = quotas;
        this.clock = clock;
        this.beans = beans;
        Organization organization = organizations.create();
        this.id = organization.id();
        this.calls = new RecordedCalls(beans, organization);
        clock.set(midnight.minusSeconds(20));
    }

    @AfterEach
    void end() {
        clock.reset();
    }

    @Test
    void raiseAnAlertOnACrossingOfAQuotaWhosePeriodIsOver() {
        create(new AlertCondition.QuotaUse(null, QuotaStatus.EXCEEDED));
        create(new AlertCondition.QuotaUse(quota("Plenty", 1_000).id(), QuotaStatus.WARNING));
        quota();
        evaluate();
        clock.advance(Duration.ofSeconds(10));
        spend("1");
        Awaitility.await()
                .until(() -> !quotas.crossed(id, QuotaStatus.EXCEEDED, 10).isEmpty());
        clock.set(midnight.plusSeconds(10));
        assertThat(quotas.crossed(id, QuotaStatus.WARNING, 10)).isEmpty();
        evaluate();

        assertThat(all()).singleElement().satisfies(alert -> {
            assertThat(alert.subject().label()).isEqualTo("Everything");
            assertThat(alert.bound()).isEqualByComparingTo("100");
            assertThat(alert.message()).isEqualTo("Quota Everything: 110 % used, exceeded.");
            assertThat(alert.status()).isEqualTo(AlertStatus.OPEN);
        });
        staysOneAlertThatIsResolved();
    }

    @Test
    void raiseAnAlertOnACrossingOfAQuotaWhenNobodyLookedForPeriods() {
        create(new AlertCondition.QuotaUse(null, QuotaStatus.WARNING));
        quota();
        evaluate();
        clock.set(midnight.plus(Duration.ofMinutes(30)));
        spend("1");
        Awaitility.await()
                .until(() -> !quotas.crossed(id, QuotaStatus.EXCEEDED, 10).isEmpty());
        clock.advance(Duration.ofMinutes(40));
        evaluate();

        assertThat(all()).extracting(Alert::message).containsExactly("Quota Everything: 110 % used, exceeded.");
        staysOneAlertThatIsResolved();
    }

    @Test
    void raiseAnAlertOnWhatIsCountedAfterTheEndOfAQuotasPeriod() {
        create(new AlertCondition.QuotaUse(null, QuotaStatus.EXCEEDED));
        Quota quota = quota();
        evaluate();
        clock.set(midnight.plusSeconds(5));
        calls.record(midnight.minusSeconds(5), "chat", "1");
        QuotaUtilizations utilizations = beans.getBean(QuotaUtilizations.class);
        Awaitility.await()
                .until(() -> utilizations.at(List.of(quota), midnight.minusSeconds(1)).values().stream()
                        .allMatch(use -> use.status() == QuotaStatus.EXCEEDED));
        clock.set(midnight.plusSeconds(10));
        evaluate();

        assertThat(all()).extracting(Alert::message).containsExactly("Quota Everything: 110 % used, exceeded.");
        staysOneAlertThatIsResolved();
    }

    @Test
    void keepACrossingForALookThatDoesNotFail() {
        create(new AlertCondition.QuotaUse(null, QuotaStatus.EXCEEDED));
        create(costAbove(10, CalendarPeriod.TODAY));
        quota();
        evaluate();
        clock.advance(Duration.ofSeconds(10));
        spend("11");
        Awaitility.await()
                .until(() -> !quotas.crossed(id, QuotaStatus.EXCEEDED, 10).isEmpty());
        clock.set(midnight.plusSeconds(10));
        AlertBook failing = new AlertBook(beans.getBean(AlertOutbox.class), clock) {
            @Override
            List<Alert> settle(DSLContext sql, AlertRule rule, List<Reading> readings, List<Reading> missed) {
                throw new IllegalStateException("cannot be measured");
            }
        };
        try (AlertNode node = node(failing)) {
            node.evaluator().evaluateDue(id);
        }
        assertThat(all()).isEmpty();

        clock.advance(Duration.ofSeconds(30));
        evaluate();
        assertThat(all()).hasSize(2);
    }

    @Test
    void forgetACrossingWhenTheRuleComesToLookAtSomethingElse() {
        AlertRule rule = create(new AlertCondition.QuotaUse(null, QuotaStatus.EXCEEDED));
        quota();
        evaluate();
        spend("1");
        Awaitility.await()
                .until(() -> !quotas.crossed(id, QuotaStatus.EXCEEDED, 10).isEmpty());
        change(rule, new AlertCondition.QuotaUse(quota("Plenty", 1_000).id(), QuotaStatus.EXCEEDED));
        evaluate();

        assertThat(all()).isEmpty();
    }

    @Test
    void raiseAnAlertOnACalendarPeriodThatIsOver() {
        create(costAbove(10, CalendarPeriod.TODAY));
        create(costAbove(12, CalendarPeriod.TODAY));
        evaluate();
        clock.advance(Duration.ofSeconds(10));
        spend("11");
        clock.set(midnight.plusSeconds(10));
        evaluate();

        assertThat(all()).singleElement().satisfies(alert -> {
            assertThat(alert.message()).isEqualTo("Cost: 11 USD yesterday, above 10 USD.");
            assertThat(alert.status()).isEqualTo(AlertStatus.OPEN);
        });
        staysOneAlertThatIsResolved();
    }

    @Test
    void endAnAlertWithItsCalendarPeriod() {
        create(costAbove(10, CalendarPeriod.TODAY));
        spend("11");
        evaluate();
        assertThat(all()).hasSize(1);
        clock.set(midnight.plusSeconds(10));
        evaluate();

        staysOneAlertThatIsResolved();
    }

    @Test
    void areNotLookedForBeforeTheFirstLook() {
        spend("11");
        clock.set(midnight.plusSeconds(10));
        create(costAbove(10, CalendarPeriod.TODAY));
        evaluate();

        assertThat(all()).isEmpty();
    }

    private void staysOneAlertThatIsResolved() {
        for (int i = 0; i < 2; i++) {
            clock.advance(Duration.ofSeconds(30));
            evaluate();
        }
        assertThat(all()).singleElement().extracting(Alert::status).isEqualTo(AlertStatus.RESOLVED);
    }

    private static AlertCondition costAbove(long usd, CalendarPeriod period) {
        return new AlertCondition.Threshold(
                UsageMetric.COST, AlertComparison.ABOVE, BigDecimal.valueOf(usd), new AlertWindow(null, period));
    }

    private Quota quota() {
        return quota("Everything", 100);
    }

    private Quota quota(String name, long totalTokens) {
        return quotas.create(
                id,
                Cause.TOLLGATE,
                new QuotaDraft(
                        name,
                        QuotaScope.ORGANIZATION,
                        new QuotaLimits(totalTokens, null, null, null, null),
                        new PeriodRule(QuotaPeriod.HOURLY, 1, 0),
                        EnforcementMode.ALERT,
                        80,
                        95,
                        false,
                        QuotaRate.NONE));
    }

    private AlertRule create(AlertCondition condition) {
        return rules.create(
                id,
                Cause.TOLLGATE,
                new AlertRuleDraft(
                        "missed", condition, Map.of(), null, AlertSeverity.WARNING, Duration.ZERO, List.of(), true));
    }

    private void change(AlertRule rule, AlertCondition condition) {
        rules.update(
                id,
                Cause.TOLLGATE,
                rule.id(),
                new AlertRuleChange(null, null, condition, null, null, null, null, null, null));
    }

    private AlertNode node(AlertBook book) {
        AlertSettings settings = AlertNode.settings(false, 3);
        return AlertNode.create(
                beans,
                settings,
                book,
                beans.getBean(DeliveryChannels.class),
                beans.getBean(EmailChannel.class),
                new HttpChannel(settings));
    }

    private void spend(String usd) {
        calls.record(clock.instant().minusSeconds(1), "chat", usd);
    }

    private void evaluate() {
        evaluator.evaluateDue(id);
    }

    private List<Alert> all() {
        return alerts.list(id, AlertFilter.ALL, null, 100);
    }
}
