package dev.tollgate.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.audit.Cause;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.ingest.Drafts;
import dev.tollgate.ingest.IngestSource;
import dev.tollgate.ingest.UsageIntake;
import dev.tollgate.testing.StoppableRedis;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A Redis that was away and comes back with what it had earlier. */
@TollgateTest
class RedisReturnsTests {

    private static final QuotaContext CALL = new QuotaContext("search", null, null, null, null, null, null);

    private final Quotas quotas;
    private final UsageIntake intake;
    private final OrganizationId organization;
    private final StoppableRedis server = new StoppableRedis();
    private final RedissonClient redis = client(server.url());
    private final Nodes.Node node;

    @Autowired
    RedisReturnsTests(Quotas quotas, UsageIntake intake, TestOrganizations organizations, ApplicationContext beans) {
        this.quotas = quotas;
        this.intake = intake;
        this.organization = organizations.create().id();
        this.node = new Nodes(beans).create(redis);
    }

    @AfterEach
    void end() {
        node.close();
        redis.shutdown();
        server.close();
    }

    @Test
    void decidesByWhatWasRecordedSinceBeforeItAdmitsAnything() {
        create(500);
        record("a");
        assertThat(reserve(391)).isInstanceOf(Admission.Refused.class);
        server.save();
        record("b");
        record("c");
        record("d");
        assertThat(node.counter().catchUp(organization)).isEqualTo(CommitCounter.Outcome.KNOWN);
        assertThat(reserve(61)).isInstanceOf(Admission.Refused.class);

        server.stop();
        assertThat(reserve(60)).isInstanceOf(Admission.Unknown.class);
        server.start();

        Awaitility.await().until(() -> reserve(60) instanceof Admission.Granted);
        assertThat(reserve(1)).isInstanceOf(Admission.Refused.class);
    }

    private Admission reserve(long tokens) {
        return node.gate().reserve(organization, CALL, CallAmounts.used(tokens, 0L, null));
    }

    private void create(long totalTokens) {
        QuotaDraft draft = new QuotaDraft(
                "all",
                QuotaScope.ORGANIZATION,
                new QuotaLimits(totalTokens, null, null, null, null),
                new PeriodRule(QuotaPeriod.DAILY, 1, 0),
                EnforcementMode.BLOCK,
                80,
                95,
                false,
                QuotaRate.NONE);
        quotas.create(organization, Cause.TOLLGATE, draft);
    }

    private void record(String id) {
        intake.record(
                new IngestSource(organization, null),
                List.of(Drafts.event(id, Instant.now()).submitted()));
    }

    private static RedissonClient client(String url) {
        Config config = new Config();
        config.setLazyInitialization(true);
        config.useSingleServer()
                .setAddress(url)
                .setConnectTimeout(500)
                .setTimeout(500)
                .setRetryAttempts(0)
                .setConnectionMinimumIdleSize(1);
        return Redisson.create(config);
    }
}
