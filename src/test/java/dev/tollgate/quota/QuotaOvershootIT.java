package dev.tollgate.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.audit.Cause;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.ingest.UsageIntake;
import dev.tollgate.live.ControlSignal;
import dev.tollgate.testing.Seed;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A hundred thousand reservations by 64 callers on two nodes. */
@TollgateTest
class QuotaOvershootIT {

    private static final int TRIES_BEFORE = 40_000;
    private static final int TRIES = 60_032;
    private static final long TOKENS = 700_000;
    private static final long CALLS = 24_000;

    private final Quotas quotas;
    private final QuotaGate gate;
    private final QuotaUtilizations utilizations;
    private final UsageIntake intake;
    private final OrganizationId organization;
    private final RedissonClient redis;
    private final ApplicationContext beans;

    @Autowired
    QuotaOvershootIT(
            Quotas quotas,
            QuotaGate gate,
            QuotaUtilizations utilizations,
            UsageIntake intake,
            TestOrganizations organizations,
            RedissonClient redis,
            ApplicationContext beans) {
        this.quotas = quotas;
        this.gate = gate;
        this.utilizations = utilizations;
        this.intake = intake;
        this.organization = organizations.create().id();
        this.redis = redis;
        this.beans = beans;
    }

    /** The limits are reached once all is counted that nobody asked for, so that beyond them there is only what was settled late. */
    @Test
    void usesNoMoreThanTheLimitsAndLeaksNoReservation() throws Exception {
        Quota all = create(QuotaScope.ORGANIZATION, new QuotaLimits(TOKENS, null, null, null, null));
        Quota search = create(
                new QuotaScope(QuotaScope.Type.TEAM, UnrulyCallers.SEARCH),
                new QuotaLimits(null, null, null, CALLS, null));

        try (Nodes.Node other = new Nodes(beans).create()) {
            UnrulyCallers callers = new UnrulyCallers(organization, intake, List.of(gate, other.gate()));
            callers.runSomeWithoutAsking(TRIES_BEFORE);
            assertCounted(callers, all, search);
            assertThat(callers.refusedBy(all) + callers.refusedBy(search)).isZero();
            callers.run(TRIES);

            assertThat(callers.refusedBy(all)).isPositive();
            assertThat(callers.refusedBy(search)).isPositive();
            assertThat(callers.calls(UnrulyCallers.SEARCH)).as(Seed.hint()).isLessThanOrEqualTo(CALLS);
            assertThat(callers.tokens())
                    .as(Seed.hint())
                    .isLessThanOrEqualTo(TOKENS + callers.beyondSinceTheLastReservation());
            assertCounted(callers, all, search);
            assertNothingIsHeld(all, search);
        }
    }

    private Quota create(QuotaScope scope, QuotaLimits limits) {
        PeriodRule monthly = new PeriodRule(QuotaPeriod.MONTHLY, 1, 0);
        QuotaDraft draft =
                new QuotaDraft("a quota", scope, limits, monthly, EnforcementMode.BLOCK, 80, 95, false, QuotaRate.NONE);
        return quotas.create(organization, Cause.TOLLGATE, draft);
    }

    private void assertCounted(UnrulyCallers callers, Quota all, Quota search) {
        Awaitility.await().untilAsserted(() -> {
            assertCounted(all, callers.tokens());
            assertCounted(search, callers.calls(UnrulyCallers.SEARCH));
        });
    }

    private void assertCounted(Quota quota, long used) {
        ControlSignal.QuotaUse counted = Objects.requireNonNull(
                        utilizations.now(List.of(quota)).get(quota))
                .limits()
                .getFirst();
        assertThat(counted.used().longValueExact()).as(Seed.hint()).isEqualTo(used);
        assertThat(counted.reserved()).isZero();
    }

    /** As Redis has it, of every metric, whether it is limited or not. */
    private void assertNothingIsHeld(Quota... counted) {
        for (Quota quota : counted) {
            String place = new BookedQuota(quota, ZoneOffset.UTC)
                    .counters(Instant.now())
                    .getFirst();
            Map<String, String> counters = redis.<String, String>getMap(
                            Counters.root(organization) + ":" + place, StringCodec.INSTANCE)
                    .readAllMap();
            assertThat(counters).containsKey("h1");
            assertThat(counters.entrySet())
                    .filteredOn(count -> count.getKey().startsWith("h"))
                    .extracting(Map.Entry::getValue)
                    .containsOnly("0");
        }
        assertThat(redis.getScoredSortedSet(Counters.root(organization) + ":leases")
                        .size())
                .isZero();
    }
}
