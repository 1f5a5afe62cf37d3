package dev.tollgate.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tollgate.audit.Cause;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.ingest.Drafts;
import dev.tollgate.ingest.IngestSource;
import dev.tollgate.ingest.UsageIntake;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A node to which Redis does not answer. */
@TollgateTest
class RedisAwayTests {

    private static final QuotaContext CALL = new QuotaContext("search", null, null, null, null, null, null);

    private final Quotas quotas;
    private final UsageIntake intake;
    private final OrganizationId organization;
    private final RedissonClient nowhere = nowhere();
    private final Nodes.Node node;

    @Autowired
    RedisAwayTests(Quotas quotas, UsageIntake intake, TestOrganizations organizations, ApplicationContext beans) {
        this.quotas = quotas;
        this.intake = intake;
        this.organization = organizations.create().id();
        this.node = new Nodes(beans).create(nowhere);
    }

    @AfterEach
    void end() {
        node.close();
        nowhere.shutdown();
    }

    @Test
    void refusesWhatTheLedgerHasNoRoomForAndKnowsNothingOfTheRest() {
        record();
        create(EnforcementMode.BLOCK, 200, false);

        assertThat(reserve(91)).isInstanceOf(Admission.Refused.class);
        assertThat(reserve(90)).isInstanceOf(Admission.Unknown.class);
    }

    @Test
    void letsThroughWhatFitsWhereItIsToStayOpen() {
        record();
        create(EnforcementMode.BLOCK, 200, true);

        assertThat(reserve(91)).isInstanceOf(Admission.Refused.class);
        assertThat(reserve(90)).isInstanceOfSatisfying(Admission.Granted.class, granted -> {
            assertThat(node.gate().settle(organization, granted.reservation(), tokens(90)))
                    .isEqualTo(Ending.SETTLED);
            assertThat(node.gate().release(organization, granted.reservation())).isEqualTo(Ending.RELEASED);
        });
    }

    @Test
    void letsThroughWhatIsOnlyAlertedOrNotLimited() {
        assertThat(reserve(1)).isInstanceOf(Admission.Granted.class);
        create(EnforcementMode.ALERT, 1, false);
        assertThat(reserve(2)).isInstanceOf(Admission.Granted.class);
    }

    @Test
    void knowsNothingOfRatesUnlessTheyAreToStayOpen() {
        rate(true);
        assertThat(reserve(1)).isInstanceOf(Admission.Granted.class);
        rate(false);
        assertThat(reserve(1)).isInstanceOf(Admission.Unknown.class);
    }

    @Test
    void saysThatAReservationCannotBeEndedNow() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(
                        () -> node.gate().settle(organization, UUID.randomUUID().toString(), tokens(1)))
                .extracting(ProblemException::code)
                .isEqualTo(ErrorCode.UNAVAILABLE);
    }

    private Admission reserve(long tokens) {
        return node.gate().reserve(organization, CALL, tokens(tokens));
    }

    private static CallAmounts tokens(long tokens) {
        return CallAmounts.used(tokens, 0L, null);
    }

    private void create(EnforcementMode mode, long totalTokens, boolean failOpen) {
        QuotaLimits limits = new QuotaLimits(totalTokens, null, null, null, null);
        PeriodRule daily = new PeriodRule(QuotaPeriod.DAILY, 1, 0);
        quotas.create(
                organization,
                Cause.TOLLGATE,
                new QuotaDraft("all", QuotaScope.ORGANIZATION, limits, daily, mode, 80, 95, failOpen, QuotaRate.NONE));
        node.books().fresh(organization);
    }

    private void rate(boolean failOpen) {
        quotas.create(
                organization,
                Cause.TOLLGATE,
                new QuotaDraft(
                        "a rate",
                        QuotaScope.ORGANIZATION,
                        new QuotaLimits(null, null, null, null, null),
                        new PeriodRule(QuotaPeriod.HOURLY, 1, 0),
                        EnforcementMode.ALERT,
                        80,
                        95,
                        failOpen,
                        new QuotaRate(10, null, null)));
        node.books().fresh(organization);
    }

    private void record() {
        intake.record(
                new IngestSource(organization, null),
                List.of(Drafts.event("a", Instant.now()).submitted()));
    }

    private static RedissonClient nowhere() {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Config config = new Config();
            config.setLazyInitialization(true);
            config.useSingleServer()
                    .setAddress("redis://127.0.0.1:" + closed.getLocalPort())
                    .setConnectTimeout(200)
                    .setRetryAttempts(0)
                    .setConnectionMinimumIdleSize(1);
            return Redisson.create(config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
