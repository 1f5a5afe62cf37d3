package dev.tollgate.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.analytics.UsageMetric;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.live.ControlSignal.AlertSeverity;
import dev.tollgate.live.ControlSignals;
import dev.tollgate.organization.Organizations;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.tenancy.Timestamps;
import dev.tollgate.testing.TestClock;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Whose turn it is, when the rules of several organizations are due. */
@TollgateTest
class AlertRoundsTests {

    private final ApplicationContext beans;
    private final TestClock clock;
    private final TestOrganizations organizations;
    private final OrganizationId slow;
    private final OrganizationId other;

    @Autowired
    AlertRoundsTests(ApplicationContext beans, TestClock clock, TestOrganizations organizations) {
        this.beans = beans;
        this.clock = clock;
        this.organizations = organizations;
        this.slow = organizations.create().id();
        this.other = organizations.create().id();
        clock.set(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    @AfterEach
    void end() {
        clock.reset();
    }

    @Test
    void doNotKeepOthersWaitingForTheSlowRulesOfOne() {
        create(slow);
        clock.advance(Duration.ofSeconds(1));
        create(other);
        CountDownLatch enough = new CountDownLatch(1);
        AlertBook waiting = new Book() {
            @Override
            void before(AlertRule rule) {
                if (rule.organization().equals(slow)) {
                    Awaitility.await().until(() -> enough.getCount() == 0);
                }
            }
        };
        try (AlertRounds rounds = rounds(evaluator(waiting))) {
            rounds.begin();
            Awaitility.await().until(() -> alerts(other) == 1);
            assertThat(alerts(slow)).isZero();

            enough.countDown();
            Awaitility.await().until(() -> alerts(slow) == 1);
        }
    }

    @Test
    void goOnWhenTheRulesOfOneCannotBeRead() {
        create(slow);
        clock.advance(Duration.ofSeconds(1));
        create(other);
        AlertEvaluator failing = new Evaluator(beans.getBean(AlertBook.class)) {
            @Override
            void evaluateDue(OrganizationId organization) {
                if (organization.equals(slow)) {
                    throw new IllegalStateException("cannot be read");
                }
                super.evaluateDue(organization);
            }
        };
        try (AlertRounds rounds = rounds(failing)) {
            rounds.begin();
            Awaitility.await().until(() -> alerts(other) == 1);
        }
        assertThat(alerts(slow)).isZero();
    }

    @Test
    void giveWayToOthersOnceAShareOfTimeIsUsedUp() {
        Set<AlertRuleId> ids = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            ids.add(create(slow));
        }
        AlertEvaluator evaluator = evaluator(new Book() {
            @Override
            void before(AlertRule rule) {
                clock.advance(AlertEvaluator.SHARE.minusSeconds(2));
            }
        });

        evaluator.evaluateDue(slow);
        assertThat(beans.getBean(AlertRules.class).lastLooks(slow, ids)).hasSize(2);
        evaluator.evaluateDue(slow);
        assertThat(beans.getBean(AlertRules.class).lastLooks(slow, ids)).hasSize(3);
    }

    @Test
    void beginWithWhoeverWaitsLongest() {
        List<OrganizationId> waiting = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            OrganizationId organization = organizations.create().id();
            clock.advance(Duration.ofSeconds(-1));
            create(organization);
            waiting.addFirst(organization);
        }
        clock.advance(Duration.ofMinutes(1));

        assertThat(beans
                        .getBean(DSLContext.class)
                        .fetch(
                                "SELECT * FROM organizations_with_due_alerts(CAST(? AS timestamptz))",
                                Timestamps.of(clock.instant()))
                        .map(row -> new OrganizationId(row.get(0, UUID.class)))
                        .stream()
                        .filter(waiting::contains))
                .containsExactlyElementsOf(waiting);
    }

    /** A rule whose condition holds where nothing was used. */
    private AlertRuleId create(OrganizationId organization) {
        AlertCondition always = new AlertCondition.Threshold(
                UsageMetric.REQUESTS,
                AlertComparison.BELOW,
                BigDecimal.ONE,
                new AlertWindow(Duration.ofMinutes(1), null));
        return beans.getBean(AlertRules.class)
                .create(
                        organization,
                        Cause.TOLLGATE,
                        new AlertRuleDraft(
                                "always",
                                always,
                                Map.of(),
                                null,
                                AlertSeverity.INFO,
                                Duration.ofHours(1),
                                List.of(),
                                true))
                .id();
    }

    private int alerts(OrganizationId organization) {
        return beans.getBean(Alerts.class).count(organization, AlertFilter.ALL);
    }

    private AlertRounds rounds(AlertEvaluator evaluator) {
        return new AlertRounds(beans.getBean(DSLContext.class), evaluator, clock);
    }

    private AlertEvaluator evaluator(AlertBook book) {
        return new Evaluator(book);
    }

    /** Does something first, while the rule is claimed. */
    private abstract class Book extends AlertBook {

        Book() {
            super(beans.getBean(AlertOutbox.class), clock);
        }

        abstract void before(AlertRule rule);

        @Override
        List<Alert> settle(DSLContext sql, AlertRule rule, List<Reading> readings, List<Reading> missed) {
            before(rule);
            return super.settle(sql, rule, readings, missed);
        }
    }

    private class Evaluator extends AlertEvaluator {

        Evaluator(AlertBook book) {
            super(
                    beans.getBean(TenantTransactions.class),
                    beans.getBean(Organizations.class),
                    beans.getBean(RuleReadings.class),
                    book,
                    beans.getBean(ControlSignals.class),
                    AlertNode.settings(false, 3),
                    beans.getBean(JsonMapper.class),
                    clock);
        }
    }
}
