package dev.tollgate.rollup;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.organization.Organization;
import dev.tollgate.organization.Organizations;
import dev.tollgate.tenancy.TenantTransactions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Watches the cells: {@code tollgate.rollup.lag.seconds} is how old the oldest batch is that waits, {@code
 * tollgate.rollup.drift} how many sums disagree with the ledger. Each run compares today and, going back a day a run, one
 * earlier day.
 */
@Component
class RollupMetrics {

    private static final Logger log = LoggerFactory.getLogger(RollupMetrics.class);

    private final Organizations organizations;
    private final TenantTransactions transactions;
    private final RollupFreshness freshness;
    private final DSLContext sql;
    private final CellDrift drift;
    private final Retention retention;
    private final Clock clock;
    private final AtomicLong differences = new AtomicLong();
    private final AtomicLong lagMs = new AtomicLong();
    private long run;

    RollupMetrics(
            Organizations organizations,
            TenantTransactions transactions,
            RollupFreshness freshness,
            DSLContext sql,
            CellDrift drift,
            Retention retention,
            Clock clock,
            MeterRegistry meters) {
        this.organizations = organizations;
        this.transactions = transactions;
        this.freshness = freshness;
        this.sql = sql;
        this.drift = drift;
        this.retention = retention;
        this.clock = clock;
        Gauge.builder("tollgate.rollup.drift", differences::get)
                .description("Sums of cells that disagree with the ledger; must be 0")
                .register(meters);
        Gauge.builder("tollgate.rollup.lag.seconds", () -> lagMs.get() / 1000.0)
                .description("Age of the oldest batch that waits to be rolled up")
                .register(meters);
    }

    @Scheduled(
            fixedDelayString = "${tollgate.rollup.drift-check:1m}",
            initialDelayString = "${tollgate.rollup.drift-check:1m}")
    void compare() {
        List<Organization> all = organizations.all();
        if (!all.isEmpty()) {
            Organization next = all.get((int) (run % all.size()));
            long daysBack = run / all.size() % retention.hourCells().toDays();
            run++;
            Instant now = clock.instant();
            differences.set(compare(next.id(), now) + compare(next.id(), now.minus(Duration.ofDays(daysBack))));
        }
    }

    private long compare(OrganizationId organization, Instant moment) {
        long found = drift.differences(organization, new TimeWindow(moment, moment.plusMillis(1)));
        if (found > 0) {
            log.error(
                    "{} sums of organization {} disagree with the ledger on the day of {}",
                    found,
                    organization,
                    moment);
        }
        return found;
    }

    @Scheduled(fixedDelay = 1000)
    void measureLag() {
        Instant now = clock.instant();
        lagMs.set(freshness.organizationsWaiting(sql).stream()
                .mapToLong(organization -> lagMs(organization, now))
                .max()
                .orElse(0));
    }

    private long lagMs(OrganizationId organization, Instant now) {
        Instant through =
                transactions.read(organization, bound -> freshness.committedThrough(bound, organization, now));
        return Duration.between(through, now).toMillis();
    }
}
