package dev.tollgate.bench;

import dev.tollgate.audit.Cause;
import dev.tollgate.core.Money;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.organization.Organizations;
import dev.tollgate.quota.Admission;
import dev.tollgate.quota.CallAmounts;
import dev.tollgate.quota.EnforcementMode;
import dev.tollgate.quota.PeriodRule;
import dev.tollgate.quota.QuotaContext;
import dev.tollgate.quota.QuotaDraft;
import dev.tollgate.quota.QuotaGate;
import dev.tollgate.quota.QuotaLimits;
import dev.tollgate.quota.QuotaPeriod;
import dev.tollgate.quota.QuotaRate;
import dev.tollgate.quota.QuotaScope;
import dev.tollgate.quota.Quotas;
import dev.tollgate.testing.TestServers;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.redisson.api.RedissonClient;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Reserving and settling against plain increments over the same connections to the same Redis, from the same callers. A pair is two
 * operations, since each is an answer from Redis that its caller waits for, as an increment is.
 */
final class QuotaBench {

    private static final int CALLERS = 32;
    private static final int PAIRS_PER_SECOND = 500;
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.control.warmup", 5));
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("bench.control.seconds", 5));
    private static final CallAmounts CALL = CallAmounts.used(10L, 10L, Money.of("0.001"));

    /** Copies of the organization's only quota, each for another user. */
    private static final String COPIES = """
            INSERT INTO quota SELECT (json_populate_record(q, json_build_object(
              'quota_id', gen_random_uuid(), 'scope_value', 'user-' || n))).*
            FROM quota q, generate_series(2, ?) n WHERE organization_id = ?""";

    private final QuotaGate gate;
    private final Quotas quotas;
    private final Organizations organizations;
    private final RedissonClient redis;
    private final JdbcClient database =
            JdbcClient.create(new DriverManagerDataSource(TestServers.databaseUrl(), "postgres", ""));
    private final OrganizationId few;
    private final OrganizationId many;

    /** Steps a second, and how long one took. */
    private record Measured(double perSecond, Latencies latencies) {}

    QuotaBench(ApplicationContext application) {
        this.gate = application.getBean(QuotaGate.class);
        this.quotas = application.getBean(Quotas.class);
        this.organizations = application.getBean(Organizations.class);
        this.redis = application.getBean(RedissonClient.class);
        this.few = organization(100);
        this.many = organization(10_000);
    }

    /** The organization with 100 quotas. */
    OrganizationId few() {
        return few;
    }

    /** The organization with 10,000 quotas. */
    OrganizationId many() {
        return many;
    }

    List<Row> rows() {
        List<OrganizationId> apart =
                Stream.generate(() -> organization(2)).limit(CALLERS).toList();
        IntConsumer increment = caller -> redis.getAtomicLong("bench:" + caller).addAndGet(7);
        measure(increment, WARM_UP);
        measure(caller -> call(few, caller), WARM_UP);
        Measured plain = measure(increment, LENGTH);
        Measured withFew = measure(caller -> call(few, caller), LENGTH);
        Measured withMany = measure(caller -> call(many, caller), LENGTH);
        Measured withFewAgain = measure(caller -> call(few, caller), LENGTH);
        Measured withManyAgain = measure(caller -> call(many, caller), LENGTH);
        Measured alone = measure(caller -> call(apart.get(caller - 1), 1), LENGTH);
        Measured plainAgain = measure(increment, LENGTH);
        Latencies atPace = atPace(few);
        double increments = mean(plain, plainAgain);
        double ofFew = mean(withFew, withFewAgain);
        double ofMany = mean(withMany, withManyAgain);
        return List.of(
                Row.atLeast(
                        "reserve + settle in two quotas, %d callers of one organization: operations ÷ INCRBY round trips"
                                .formatted(CALLERS),
                        2 * ofFew / increments,
                        0.4,
                        "%,.0f ÷ %,.0f a second".formatted(2 * ofFew, increments)),
                Row.reported(
                        "the same, each caller in an organization of its own",
                        "%.2f (%,.0f a second)".formatted(2 * alone.perSecond() / increments, 2 * alone.perSecond())),
                Row.atMost(
                        "reserve + settle, both together, %d a second, p99 in ms".formatted(PAIRS_PER_SECOND),
                        atPace.percentile(99),
                        5,
                        "p50 %.2f ms; with %d callers as fast as it goes p99 %.2f ms, and an INCRBY %.2f ms"
                                .formatted(
                                        atPace.median(),
                                        CALLERS,
                                        withFew.latencies().percentile(99),
                                        plain.latencies().percentile(99))),
                Row.atMost(
                        "reserve + settle with 10,000 quotas ÷ with 100, time",
                        ofFew / ofMany,
                        1.5,
                        "%,.0f ÷ %,.0f pairs a second, inverted".formatted(ofFew, ofMany)));
    }

    private static double mean(Measured one, Measured other) {
        return (one.perSecond() + other.perSecond()) / 2;
    }

    private void call(OrganizationId organization, int caller) {
        QuotaContext context = new QuotaContext("team-1", null, "user-" + caller, null, null, "gpt-5.5", "openai");
        if (!(gate.reserve(organization, context, CALL) instanceof Admission.Granted held)) {
            throw new IllegalStateException("refused");
        }
        gate.settle(organization, held.reservation(), CALL);
    }

    /** One quota on the whole, one on each of many users. */
    private OrganizationId organization(int size) {
        OrganizationId organization = organizations
                .create("bench-" + UUID.randomUUID(), "Bench", ZoneOffset.UTC)
                .id();
        quota(organization, new QuotaScope(QuotaScope.Type.USER, "user-1"));
        database.sql(COPIES).params(size - 1, organization.value()).update();
        // The last one tells the application of all.
        quota(organization, QuotaScope.ORGANIZATION);
        return organization;
    }

    private void quota(OrganizationId organization, QuotaScope scope) {
        QuotaLimits limits = new QuotaLimits(1_000_000_000_000L, null, null, null, Money.of("9000000"));
        PeriodRule monthly = new PeriodRule(QuotaPeriod.MONTHLY, 1, 0);
        quotas.create(
                organization,
                Cause.TOLLGATE,
                new QuotaDraft("bench", scope, limits, monthly, EnforcementMode.BLOCK, 80, 95, false, QuotaRate.NONE));
    }

    /** How long a pair takes where none waits for a queue of others. */
    private Latencies atPace(OrganizationId organization) {
        ConcurrentLinkedQueue<Double> milliseconds = new ConcurrentLinkedQueue<>();
        try (Pace _ = new Pace(PAIRS_PER_SECOND, 8, number -> {
            long begin = System.nanoTime();
            call(organization, 1 + (int) (number % CALLERS));
            milliseconds.add((System.nanoTime() - begin) / 1e6);
        })) {
            Waiting.pass(LENGTH);
        }
        return Latencies.of(List.copyOf(milliseconds));
    }

    private static Measured measure(IntConsumer step, Duration length) {
        ConcurrentLinkedQueue<Double> milliseconds = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        long end = start + length.toNanos();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 1; i <= CALLERS; i++) {
                int caller = i;
                callers.execute(() -> {
                    for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
                        step.accept(caller);
                        milliseconds.add((System.nanoTime() - begin) / 1e6);
                    }
                });
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Measured(milliseconds.size() / seconds, Latencies.of(List.copyOf(milliseconds)));
    }
}
