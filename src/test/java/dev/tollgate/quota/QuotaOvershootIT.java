package dev.tollgate.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.audit.Cause;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.live.ControlSignal;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A hundred thousand reservations by 64 callers on two nodes. */
@TollgateTest
class QuotaOvershootIT {

    private static final int TRIES = 100_032;
    private static final long LIMIT = 500_000;
    private static final QuotaContext CALL = new QuotaContext("search", null, "u-1", null, null, null, null);

    private final Quotas quotas;
    private final QuotaGate gate;
    private final QuotaUtilizations utilizations;
    private final OrganizationId organization;
    private final RedissonClient redis;
    private final ApplicationContext beans;

    @Autowired
    QuotaOvershootIT(
            Quotas quotas,
            QuotaGate gate,
            QuotaUtilizations utilizations,
            TestOrganizations organizations,
            RedissonClient redis,
            ApplicationContext beans) {
        this.quotas = quotas;
        this.gate = gate;
        this.utilizations = utilizations;
        this.organization = organizations.create().id();
        this.redis = redis;
        this.beans = beans;
    }

    @Test
    void settlesNoMoreThanTheLimitAndLeaksNoReservation() throws Exception {
        QuotaLimits limits = new QuotaLimits(LIMIT, null, null, null, null);
        PeriodRule monthly = new PeriodRule(QuotaPeriod.MONTHLY, 1, 0);
        QuotaDraft draft = new QuotaDraft(
                "all", QuotaScope.ORGANIZATION, limits, monthly, EnforcementMode.BLOCK, 80, 95, false, QuotaRate.NONE);
        Quota quota = quotas.create(organization, Cause.TOLLGATE, draft);

        try (Nodes.Node other = new Nodes(beans).create()) {
            ManyCallers.Totals totals =
                    new ManyCallers(organization, CALL, List.of(gate, other.gate())).run(TRIES, () -> {});

            assertThat(totals.granted() + totals.refused()).isEqualTo(TRIES);
            assertThat(totals.refused()).isPositive();
            assertThat(totals.settled()).isLessThanOrEqualTo(LIMIT);
            ControlSignal.QuotaUse use = Objects.requireNonNull(
                            utilizations.now(List.of(quota)).get(quota))
                    .limits()
                    .getFirst();
            assertThat(use.used().longValueExact()).isEqualTo(totals.settled());
            assertThat(use.reserved()).isZero();
            assertThat(redis.getScoredSortedSet(Counters.root(organization) + ":leases")
                            .size())
                    .isZero();
        }
    }
}
