package dev.tollgate.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.analytics.UsageMetric;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.live.ControlSignal;
import dev.tollgate.live.ControlSignal.AlertSeverity;
import dev.tollgate.live.ControlSignal.QuotaStatus;
import dev.tollgate.live.ControlSignals;
import dev.tollgate.organization.Organization;
import dev.tollgate.quota.EnforcementMode;
import dev.tollgate.quota.PeriodRule;
import dev.tollgate.quota.QuotaDraft;
import dev.tollgate.quota.QuotaLimits;
import dev.tollgate.quota.QuotaPeriod;
import dev.tollgate.quota.QuotaRate;
import dev.tollgate.quota.QuotaScope;
import dev.tollgate.quota.Quotas;
import dev.tollgate.testing.TestClock;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import dev.tollgate.usage.UsageDimension;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import reactor.core.Disposable;

/** What rules notice, by one node and by several. */
@TollgateTest
class AlertEvaluatorTests {

    private static final AlertWindow HOUR = new AlertWindow(Duration.ofHours(1), null);
    private static final AlertCondition COST_ABOVE_TEN =
            new AlertCondition.Threshold(UsageMetric.COST, AlertComparison.ABOVE, BigDecimal.TEN, HOUR);

    private final AlertRules rules;
    private final Alerts alerts;
    private final AlertDeliveries deliveries;
    private final AlertEvaluator evaluator;
    private final Quotas quotas;
    private final TestClock clock;
    private final ApplicationContext beans;
    private final Organization organization;
    private final OrganizationId id;
    private final RecordedCalls calls;
    private final List<ControlSignal.Alert> told = new CopyOnWriteArrayList<>();
    private final Disposable listening;

    @Autowired
    AlertEvaluatorTests(
            AlertRules rules,
            Alerts alerts,
            AlertDeliveries deliveries,
            AlertEvaluator evaluator,
            Quotas quotas,
            ControlSignals signals,
            TestClock clock,
            TestOrganizations organizations,
            ApplicationContext beans) {
        this.rules = rules;
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.evaluator = evaluator;
        this.quotas = quotas;
        this.clock = clock;
        this.beans = beans;
        this.organization = organizations.create();
        this.id = organization.id();
        this.calls = new RecordedCalls(beans, organization);
        this.listening = signals.signals(id, ControlSignal.Alert.class).subscribe(told::add);
    }

    @AfterEach
    void end() {
        listening.dispose();
        clock.reset();
    }

    @Test
    void raisesOneAlertAsLongAsTheConditionHolds() {
        AlertRule rule = create(COST_ABOVE_TEN, null, Duration.ZERO);
        evaluate();
        assertThat(all()).isEmpty();

        spend("chat", "10.5");
        evaluateLater();
        spend("chat", "1");
        evaluateLater();

        assertThat(all()).singleElement().satisfies(alert -> {
            assertThat(alert.ruleId()).isEqualTo(rule.id());
            assertThat(alert.message()).isEqualTo("Cost: 10.5 USD in the last hour, above 10 USD.");
            assertThat(alert.value()).isEqualByComparingTo("10.5");
            assertThat(alert.latestValue()).isEqualByComparingTo("11.5");
            assertThat(alert.status()).isEqualTo(AlertStatus.OPEN);
        });
        Awaitility.await().until(() -> !told.isEmpty());
        assertThat(told)
                .extracting(ControlSignal.Alert::id)
                .containsExactly(all().getFirst().id().value());
    }

    @Test
    void endsByItselfAndIsRaisedAnewOnceItHasCooledDown() {
        create(COST_ABOVE_TEN, null, Duration.ofMinutes(30));
        spend("chat", "11");
        evaluate();
        clock.advance(Duration.ofHours(2));
        evaluate();
        assertThat(all()).singleElement().satisfies(alert -> {
            assertThat(alert.status()).isEqualTo(AlertStatus.RESOLVED);
            assertThat(alert.ending()).isEqualTo(AlertEnding.CONDITION);
        });

        spend("chat", "12");
        evaluateLater();
        assertThat(all()).hasSize(1);

        clock.advance(Duration.ofMinutes(30));
        evaluate();
        assertThat(all()).extracting(Alert::episode).containsExactly(2, 1);
    }

    @Test
    void looksAtARuleOnlyWhenItIsDue() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        create(COST_ABOVE_TEN, null, Duration.ZERO);
        evaluate();
        spend("chat", "11");
        clock.advance(Duration.ofSeconds(29));
        evaluate();
        assertThat(all()).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        evaluate();
        assertThat(all()).hasSize(1);
    }

    @Test
    void raisesOneAlertAGroup() {
        create(COST_ABOVE_TEN, UsageDimension.FEATURE, Duration.ZERO);
        spend("chat", "11");
        spend("search", "12");
        spend("writing", "9");
        evaluate();

        assertThat(all()).extracting(alert -> alert.subject().label()).containsExactlyInAnyOrder("chat", "search");
        assertThat(all()).extracting(Alert::message).contains("Cost of search: 12 USD in the last hour, above 10 USD.");
    }

    @Test
    void countsTheCallsOfItsFilterAlone() {
        rules.create(
                id, Cause.TOLLGATE, draft(COST_ABOVE_TEN, null, Duration.ZERO, Map.of("feature", List.of("chat"))));
        spend("search", "12");
        evaluate();
        assertThat(all()).isEmpty();

        spend("chat", "10.01");
        evaluateLater();
        assertThat(all()).hasSize(1);
    }

    @Test
    void noticesCallsThatAreSlowOrFail() {
        create(above(UsageMetric.P95_LATENCY_MS, 1_000), null, Duration.ZERO);
        create(above(UsageMetric.ERROR_RATE, 50), null, Duration.ZERO);
        create(above(UsageMetric.TOTAL_TOKENS, 110), null, Duration.ZERO);
        create(above(UsageMetric.REQUESTS, 0), null, Duration.ZERO);
        calls.record(clock.instant(), Map.of("latencyMs", 2_000, "status", "ERROR"));
        evaluate();

        assertThat(all())
                .extracting(Alert::message)
                .containsExactlyInAnyOrder(
                        "P95 latency: 2000 ms in the last hour, above 1000 ms.",
                        "Error rate: 100 % in the last hour, above 50 %.",
                        "Requests: 1 in the last hour, above 0.");
    }

    @Test
    void saysNothingOfRatesAndLatenciesOfNoCalls() {
        calls.record(clock.instant().minus(Duration.ofMinutes(90)), Map.of("latencyMs", 2_000));
        create(below(UsageMetric.SUCCESS_RATE, 95), null, Duration.ZERO);
        create(below(UsageMetric.CACHE_HIT_RATE, 50), null, Duration.ZERO);
        create(below(UsageMetric.TOKENS_PER_REQUEST, 10), null, Duration.ZERO);
        create(below(UsageMetric.AVERAGE_LATENCY_MS, 100), null, Duration.ZERO);
        create(below(UsageMetric.P95_LATENCY_MS, 100), null, Duration.ZERO);
        create(change(UsageMetric.SUCCESS_RATE), null, Duration.ZERO);
        create(change(UsageMetric.P95_LATENCY_MS), UsageDimension.FEATURE, Duration.ZERO);
        create(below(UsageMetric.REQUESTS, 1), null, Duration.ZERO);
        create(change(UsageMetric.REQUESTS), null, Duration.ZERO);
        evaluate();

        assertThat(all())
                .extracting(Alert::message)
                .containsExactlyInAnyOrder(
                        "Requests: 0 in the last hour, below 1.",
                        "Requests: 0 in the last hour against 1 before, a change of -100 %, below -50 %.");
    }

    @Test
    void forgetsWhatWasResolvedLongAgo() {
        create(COST_ABOVE_TEN, UsageDimension.FEATURE, Duration.ZERO);
        spend("chat", "11");
        spend("search", "11");
        evaluate();
        alerts.resolve(id, Cause.TOLLGATE, all().getFirst().id());
        AlertTrim trim = beans.getBean(AlertTrim.class);
        clock.advance(Duration.ofDays(399));
        trim.trim(id);
        assertThat(all()).hasSize(2);

        clock.advance(Duration.ofDays(2));
        trim.trim(id);
        assertThat(all()).singleElement().extracting(Alert::status).isEqualTo(AlertStatus.OPEN);
    }

    @Test
    void noticesAChangeAgainstThePeriodBefore() {
        Instant now = Instant.now();
        calls.record(now.minus(Duration.ofMinutes(90)), "chat", "2");
        calls.record(now.minus(Duration.ofMinutes(5)), "chat", "5");
        calls.record(now.minus(Duration.ofMinutes(5)), "new", "5");
        AlertCondition doubled =
                new AlertCondition.Change(UsageMetric.COST, AlertComparison.ABOVE, BigDecimal.valueOf(100), HOUR);
        create(doubled, UsageDimension.FEATURE, Duration.ZERO);
        evaluate();

        assertThat(all()).singleElement().satisfies(alert -> {
            assertThat(alert.subject().label()).isEqualTo("chat");
            assertThat(alert.value()).isEqualByComparingTo("150");
            assertThat(alert.message())
                    .isEqualTo("Cost of chat: 5 USD in the last hour against 2 USD before, a change of 150 %,"
                            + " above 100 %.");
        });
    }

    @Test
    void foreseesThatABudgetWillNotDo() {
        spend("chat", "7");
        create(new AlertCondition.BudgetForecast(new BigDecimal("1000")), null, Duration.ZERO);
        create(new AlertCondition.BudgetForecast(new BigDecimal("6.99")), null, Duration.ZERO);
        evaluate();

        assertThat(all()).singleElement().satisfies(alert -> {
            assertThat(alert.bound()).isEqualByComparingTo("6.99");
            assertThat(alert.value()).isGreaterThanOrEqualTo(new BigDecimal("7"));
            assertThat(alert.message()).endsWith("above 6.99 USD; 7 USD so far.");
        });
    }

    @Test
    void noticesThatQuotasReachAStatus() {
        quotas.create(
                id,
                Cause.TOLLGATE,
                new QuotaDraft(
                        "Everything",
                        QuotaScope.ORGANIZATION,
                        new QuotaLimits(120L, null, null, null, null),
                        new PeriodRule(QuotaPeriod.MONTHLY, 1, 0),
                        EnforcementMode.ALERT,
                        80,
                        95,
                        false,
                        QuotaRate.NONE));
        create(new AlertCondition.QuotaUse(null, QuotaStatus.CRITICAL), null, Duration.ZERO);
        create(new AlertCondition.QuotaUse(null, QuotaStatus.WARNING), null, Duration.ZERO);
        spend("chat", "1");
        Awaitility.await()
                .until(() -> !quotas.crossed(id, QuotaStatus.WARNING, 10).isEmpty());
        evaluate();

        assertThat(all()).singleElement().satisfies(alert -> {
            assertThat(alert.subject().label()).isEqualTo("Everything");
            assertThat(alert.bound()).isEqualByComparingTo("80");
            assertThat(alert.message()).isEqualTo("Quota Everything: 91.67 % used, warning.");
        });
    }

    @Test
    void raisesNothingWhileItIsSnoozed() {
        AlertRule rule = create(COST_ABOVE_TEN, null, Duration.ZERO);
        clock.set(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        rules.snooze(id, Cause.TOLLGATE, rule.id(), clock.instant().plus(Duration.ofMinutes(10)));
        spend("chat", "11");
        evaluate();
        assertThat(all()).isEmpty();

        clock.advance(Duration.ofMinutes(10));
        evaluate();
        assertThat(all()).hasSize(1);
    }

    @Test
    void isResolvedByHandAndRaisedAgainOnceItHasCooledDown() {
        create(COST_ABOVE_TEN, null, Duration.ofMinutes(5));
        spend("chat", "11");
        evaluate();
        AlertId first = all().getFirst().id();
        alerts.resolve(id, Cause.TOLLGATE, first);
        evaluateLater();
        assertThat(all()).singleElement().extracting(Alert::ending).isEqualTo(AlertEnding.PERSON);

        clock.advance(Duration.ofMinutes(5));
        evaluate();
        assertThat(all()).hasSize(2);
        assertThat(alerts.resolve(id, Cause.TOLLGATE, first).orElseThrow().ending())
                .isEqualTo(AlertEnding.PERSON);
    }

    @Test
    void endsTheAlertsOfARuleThatIsSwitchedOffOrTakenAway() {
        AlertRule off = create(COST_ABOVE_TEN, null, Duration.ZERO);
        AlertRule gone = create(COST_ABOVE_TEN, null, Duration.ZERO);
        spend("chat", "11");
        evaluate();
        rules.update(
                id,
                Cause.TOLLGATE,
                off.id(),
                new AlertRuleChange(null, null, null, null, null, null, null, null, false));
        rules.delete(id, Cause.TOLLGATE, gone.id());
        evaluateLater();

        assertThat(all()).hasSize(2).extracting(Alert::ending).containsOnly(AlertEnding.RULE);
    }

    @Test
    void raisesOneAlertWhenManyNodesLookAtOnce() {
        AlertDestination destination = destination();
        rules.create(id, Cause.TOLLGATE, draft(COST_ABOVE_TEN, destination));
        spend("chat", "11");
        try (AlertNode other = node()) {
            IntStream.range(0, 16)
                    .parallel()
                    .forEach(i -> (i % 2 == 0 ? evaluator : other.evaluator()).evaluateDue(id));
        }

        assertThat(all()).hasSize(1);
        assertThat(deliveries.list(id, DeliveryFilter.ALL, null, 10)).hasSize(1);
    }

    @Test
    void losesNothingAndRepeatsNothingWhenANodeIsKilled() {
        AlertDestination destination = destination();
        rules.create(id, Cause.TOLLGATE, draft(COST_ABOVE_TEN, destination));
        spend("chat", "11");
        AlertBook dying = new AlertBook(beans.getBean(AlertOutbox.class), beans.getBean(Clock.class)) {
            @Override
            List<Alert> settle(DSLContext sql, AlertRule rule, List<Reading> readings, List<Reading> missed) {
                assertThat(super.settle(sql, rule, readings, missed)).hasSize(1);
                throw new Killed();
            }
        };
        try (AlertNode killed = node(dying)) {
            assertThatThrownBy(() -> killed.evaluator().evaluateDue(id)).isInstanceOf(Killed.class);
        }
        assertThat(all()).isEmpty();
        assertThat(deliveries.list(id, DeliveryFilter.ALL, null, 10)).isEmpty();

        evaluate();
        evaluateLater();

        assertThat(all()).hasSize(1);
        assertThat(deliveries.list(id, DeliveryFilter.ALL, null, 10)).hasSize(1);
    }

    private static final class Killed extends Error {}

    private static AlertCondition above(UsageMetric metric, long bound) {
        return new AlertCondition.Threshold(metric, AlertComparison.ABOVE, BigDecimal.valueOf(bound), HOUR);
    }

    private static AlertCondition below(UsageMetric metric, long bound) {
        return new AlertCondition.Threshold(metric, AlertComparison.BELOW, BigDecimal.valueOf(bound), HOUR);
    }

    private static AlertCondition change(UsageMetric metric) {
        return new AlertCondition.Change(metric, AlertComparison.BELOW, BigDecimal.valueOf(-50), HOUR);
    }

    private void spend(String feature, String usd) {
        calls.record(clock.instant().minusSeconds(1), feature, usd);
    }

    private void evaluate() {
        evaluator.evaluateDue(id);
    }

    private void evaluateLater() {
        clock.advance(Duration.ofSeconds(30));
        evaluate();
    }

    private List<Alert> all() {
        return alerts.list(id, AlertFilter.ALL, null, 100);
    }

    private AlertNode node() {
        return AlertNode.create(beans, AlertNode.settings(false, 3));
    }

    private AlertNode node(AlertBook book) {
        return AlertNode.create(
                beans,
                AlertNode.settings(false, 3),
                book,
                beans.getBean(DeliveryChannels.class),
                beans.getBean(EmailChannel.class),
                new HttpChannel(AlertNode.settings(false, 3)));
    }

    private AlertDestination destination() {
        try (AlertNode node = node()) {
            return node.destinations()
                    .create(id, Cause.TOLLGATE, "ops", new TargetDraft.Webhook("https://tollgate.invalid/hook"))
                    .destination();
        }
    }

    private AlertRule create(AlertCondition condition, @Nullable UsageDimension groupBy, Duration coolDown) {
        return rules.create(id, Cause.TOLLGATE, draft(condition, groupBy, coolDown, Map.of()));
    }

    private static AlertRuleDraft draft(
            AlertCondition condition, @Nullable UsageDimension groupBy, Duration coolDown, Map<String, Object> filter) {
        return new AlertRuleDraft(
                "spend", condition, filter, groupBy, AlertSeverity.WARNING, coolDown, List.of(), true);
    }

    private static AlertRuleDraft draft(AlertCondition condition, AlertDestination destination) {
        return new AlertRuleDraft(
                "spend",
                condition,
                Map.of(),
                null,
                AlertSeverity.CRITICAL,
                Duration.ZERO,
                List.of(destination.id()),
                true);
    }
}
