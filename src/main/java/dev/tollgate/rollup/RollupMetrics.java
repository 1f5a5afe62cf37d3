package dev.tollgate.rollup;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.organization.Organization;
import dev.tollgate.organization.Organizations;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.usage.UsageSettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Watches the cells: {@code tollgate.rollup.lag.seconds} is how old the oldest batch is that waits, {@code
 * tollgate.rollup.drift} how many sums disagree with the ledger. Each run compares today and, going back a day a run, one
 * earlier day that the ledger still holds; days that disagree are looked at again until they agree.
 */
@Component
class RollupMetrics {

    private static final Logger log = LoggerFactory.getLogger(RollupMetrics.class);

    /** How many days that disagreed are looked at again in a run. */
    private static final int MOST_AGAIN = 10;

    private record Day(OrganizationId organization, Instant start) {
        static Day of(Organization organization, LocalDate date) {
            return new Day(
                    organization.id(),
                    date.atStartOfDay(organization.timeZone()).toInstant());
        }
    }

    private final Organizations organizations;
    private final TenantTransactions transactions;
    private final RollupFreshness freshness;
    private final DSLContext sql;
    private final CellDrift drift;
    private final UsageSettings usage;
    private final Clock clock;
    private final Map<Day, Long> differences = new ConcurrentHashMap<>();
    private final AtomicLong lagMs = new AtomicLong();
    private long run;

    RollupMetrics(
            Organizations organizations,
            TenantTransactions transactions,
            RollupFreshness freshness,
            DSLContext sql,
            CellDrift drift,
            UsageSettings usage,
            Clock clock,
            MeterRegistry meters) {
        this.organizations = organizations;
        this.transactions = transactions;
        this.freshness = freshness;
        this.sql = sql;
        this.drift = drift;
        this.usage = usage;
        this.clock = clock;
        Gauge.builder("tollgate.rollup.drift", this::differences)
                .description("Sums of cells that disagree with the ledger; must be 0")
                .register(meters);
        Gauge.builder("tollgate.rollup.lag.seconds", () -> lagMs.get() / 1000.0)
                .description("Age of the oldest batch that waits to be rolled up")
                .register(meters);
    }

    @Scheduled(
            fixedDelayString = "${tollgate.rollup.drift-check:5m}",
            initialDelayString = "${tollgate.rollup.drift-check:5m}")
    void compare() {
        List<Organization> all = organizations.all();
        if (!all.isEmpty()) {
            Organization next = all.get((int) (run % all.size()));
            LocalDate today = LocalDate.ofInstant(clock.instant(), next.timeZone());
            long kept = ChronoUnit.DAYS.between(today.minus(usage.retention()), today);
            long daysBack = run / all.size() % kept;
            run++;
            List.copyOf(differences.keySet()).stream().limit(MOST_AGAIN).forEach(this::compare);
            compare(Day.of(next, today));
            compare(Day.of(next, today.minusDays(daysBack)));
        }
    }

    private void compare(Day day) {
        long found = drift.differences(
                day.organization(), new TimeWindow(day.start(), day.start().plusMillis(1)));
        if (found == 0) {
            differences.remove(day);
        } else {
            differences.put(day, found);
            log.error(
                    "{} sums of organization {} disagree with the ledger on the day of {}",
                    found,
                    day.organization(),
                    day.start());
        }
    }

    private long differences() {
        return differences.values().stream().mapToLong(Long::longValue).sum();
    }

    @Scheduled(fixedDelay = 5000)
    void measureLag() {
        try {
            Instant now = clock.instant();
            lagMs.set(freshness.organizationsWaiting(sql).stream()
                    .mapToLong(organization -> lagMs(organization, now))
                    .max()
                    .orElse(0));
        } catch (DataAccessException e) {
            log.debug("The lag can't be measured: the database is away", e);
        }
    }

    private long lagMs(OrganizationId organization, Instant now) {
        Instant through =
                transactions.read(organization, bound -> freshness.committedThrough(bound, organization, now));
        return Duration.between(through, now).toMillis();
    }
}
