package dev.tollgate.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.audit.Cause;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.live.ControlSignal.QuotaUse;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TestServers;
import dev.tollgate.testing.TollgateTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** What the client sends again since the answer is late was done already. */
@TollgateTest
class ResentReservationTests {

    private static final QuotaContext CALL = new QuotaContext("search", null, null, null, null, null, null);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Quotas quotas;
    private final QuotaBooks books;
    private final Counters counters;
    private final QuotaUtilizations utilizations;
    private final OrganizationId organization;
    private final HeldAnswer way = new HeldAnswer(TestServers.redisUrl());
    private final RedissonClient redis = client(way.url());
    private final Nodes.Node node;

    @Autowired
    ResentReservationTests(
            Quotas quotas,
            QuotaBooks books,
            Counters counters,
            QuotaUtilizations utilizations,
            TestOrganizations organizations,
            ApplicationContext beans) {
        this.quotas = quotas;
        this.books = books;
        this.counters = counters;
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

    @Test
    void holdsEachOfThoseSentTogetherOnce() {
        Quota quota = create();
        node.gate().release(organization, held(reserve(10)));
        List<String> together = LongStream.of(30, 60, 30).mapToObj(this::call).toList();

        List<String> answers = counters.run(CounterScript.CALLS, organization, together);

        assertThat(answers).startsWith("HELD", "HELD").hasSize(3);
        assertThat(answers.getLast()).startsWith("BLOCK");
        assertThat(counters.run(CounterScript.CALLS, organization, together)).isEqualTo(answers);
        assertThat(use(quota).reserved()).isEqualByComparingTo("90");
    }

    private String call(long tokens) {
        Instant now = Instant.now();
        Decision decision = new Decision(
                books.of(organization).matching(CALL), tokens(tokens).estimate(), now);
        Duration hour = Duration.ofHours(1);
        return JSON.writeValueAsString(decision.call(UUID.randomUUID().toString(), now.plus(hour), hour));
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
