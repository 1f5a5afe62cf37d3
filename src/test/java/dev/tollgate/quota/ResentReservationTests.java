package dev.tollgate.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.audit.Cause;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.live.ControlSignal.QuotaUse;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TestServers;
import dev.tollgate.testing.TollgateTest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the client sends again since the answer is late was done already. */
@TollgateTest
class ResentReservationTests {

    private static final QuotaContext CALL = new QuotaContext("search", null, null, null, null, null, null);

    private final Quotas quotas;
    private final QuotaUtilizations utilizations;
    private final OrganizationId organization;
    private final HeldAnswer way = new HeldAnswer(TestServers.redisUrl());
    private final RedissonClient redis = client(way.url());
    private final Nodes.Node node;

    @Autowired
    ResentReservationTests(
            Quotas quotas, QuotaUtilizations utilizations, TestOrganizations organizations, ApplicationContext beans) {
        this.quotas = quotas;
        this.utilizations = utilizations;
        this.organization = organizations.create().id();
        this.node = new Nodes(beans).create(redis);
    }

    @AfterEach
    void end() throws IOException {
        node.close();
        redis.shutdown();
        way.close();
    }

    @Test
    void holdsWhatIsReservedOnce() {
        Quota quota = create();
        node.gate().release(organization, held(reserve(10)));
        way.hold();

        String held = held(reserve(60));

        assertThat(way.sent()).isEqualTo(2);
        assertThat(use(quota).reserved()).isEqualByComparingTo("60");
        node.gate().settle(organization, held, tokens(50));
        assertThat(use(quota).reserved()).isZero();
        assertThat(use(quota).used()).isEqualByComparingTo("50");
    }

    private Admission reserve(long tokens) {
        return node.gate().reserve(organization, CALL, tokens(tokens));
    }

    private static String held(Admission admission) {
        assertThat(admission).isInstanceOf(Admission.Granted.class);
        return ((Admission.Granted) admission).reservation();
    }

    private QuotaUse use(Quota quota) {
        return Objects.requireNonNull(utilizations.now(List.of(quota)).get(quota))
                .limits()
                .getFirst();
    }

    private static CallAmounts tokens(long tokens) {
        return CallAmounts.used(tokens, 0L, null);
    }

    private Quota create() {
        QuotaDraft draft = new QuotaDraft(
                "all",
                QuotaScope.ORGANIZATION,
                new QuotaLimits(100L, null, null, null, null),
                new PeriodRule(QuotaPeriod.DAILY, 1, 0),
                EnforcementMode.BLOCK,
                80,
                95,
                false,
                QuotaRate.NONE);
        return quotas.create(organization, Cause.TOLLGATE, draft);
    }

    private static RedissonClient client(String url) {
        Config config = new Config();
        config.setLazyInitialization(true);
        config.useSingleServer()
                .setAddress(url)
                .setTimeout(300)
                .setRetryAttempts(1)
                .setConnectionMinimumIdleSize(1);
        return Redisson.create(config);
    }
}
