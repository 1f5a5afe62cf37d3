package dev.tollgate.rollup;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.organization.Organizations;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.usage.Contribution;
import dev.tollgate.usage.LedgerReader;
import dev.tollgate.usage.UsageSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;

/**
 * Computes cells anew from the ledger, day by day, while ingest, rolling up and queries go on: a day changes in one
 * transaction, and until then the old numbers are seen.
 */
@Component
public class CellRebuild {

    private final TenantTransactions transactions;
    private final Organizations organizations;
    private final LedgerReader ledger;
    private final WaitingBatches waiting;
    private final CellStore cells;
    private final Watermark watermark;
    private final Retention retention;
    private final UsageSettings usage;
    private final Clock clock;

    CellRebuild(
            TenantTransactions transactions,
            Organizations organizations,
            LedgerReader ledger,
            WaitingBatches waiting,
            CellStore cells,
            Watermark watermark,
            Retention retention,
            UsageSettings usage,
            Clock clock) {
        this.transactions = transactions;
        this.organizations = organizations;
        this.ledger = ledger;
        this.waiting = waiting;
        this.cells = cells;
        this.watermark = watermark;
        this.retention = retention;
        this.usage = usage;
        this.clock = clock;
    }

    /**
     * Rebuilds every day of the organization's zone that the window touches. Days of which the ledger no longer holds all
     * events are left as they are.
     */
    public void rebuild(OrganizationId organization, TimeWindow window) {
        ZoneId zone = organizations.get(organization).timeZone();
        Instant kept = CellGrain.DAY
                .granularity()
                .ceiling(clock.instant().atZone(zone).minus(usage.retention()).toInstant(), zone);
        Instant from = window.from().isBefore(kept) ? kept : window.from();
        Instant day = CellGrain.DAY.granularity().floor(from, zone);
        while (day.isBefore(window.to())) {
            Instant next = CellGrain.DAY.granularity().next(day, zone);
            rebuildDay(organization, zone, new TimeWindow(day, next));
            day = next;
        }
    }

    private void rebuildDay(OrganizationId organization, ZoneId zone, TimeWindow day) {
        transactions.writeOnSnapshot(organization, sql -> {
            rollAllBut(day, sql, organization, zone, locked(sql, organization));
            cells.delete(sql, organization, day);
            DayWriter writer = new DayWriter(sql, organization, zone);
            ledger.forEach(sql, organization, day, writer);
            writer.finish();
            return day;
        });
    }

    /**
     * The watermark. Whoever waited for the lock would have a snapshot from before the holder advanced it, and be turned away; so who
     * finds it taken begins again.
     */
    private long locked(DSLContext sql, OrganizationId organization) {
        return watermark
                .tryLock(sql, organization)
                .orElseThrow(() -> new CannotAcquireLockException("the organization is being rolled up"));
    }

    /** What waits and belongs to the day is in the ledger already, and comes from there. */
    private void rollAllBut(
            TimeWindow day, DSLContext sql, OrganizationId organization, ZoneId zone, long rolledThrough) {
        CellFold fold = new CellFold(zone, retention, clock.instant());
        long through = waiting.forEach(sql, organization, rolledThrough, contribution -> {
            if (!day.contains(contribution.occurredAt())) {
                fold.add(contribution);
            }
        });
        cells.add(sql, organization, fold);
        watermark.advance(sql, organization, through);
    }

    /** Writes a day's cells; those of an hour as soon as the hour is over, so that few are in memory. */
    private final class DayWriter implements Consumer<Contribution> {

        private final DSLContext sql;
        private final OrganizationId organization;
        private final ZoneId zone;
        private final CellFold fold;
        private Instant hourEnd = Instant.MIN;

        private DayWriter(DSLContext sql, OrganizationId organization, ZoneId zone) {
            this.sql = sql;
            this.organization = organization;
            this.zone = zone;
            this.fold = new CellFold(zone, retention, clock.instant());
        }

        @Override
        public void accept(Contribution contribution) {
            if (!contribution.occurredAt().isBefore(hourEnd)) {
                cells.add(sql, organization, CellGrain.MINUTE, fold.drain(CellGrain.MINUTE));
                cells.add(sql, organization, CellGrain.HOUR, fold.drain(CellGrain.HOUR));
                hourEnd = hourAfter(contribution.occurredAt());
            }
            fold.add(contribution);
        }

        private Instant hourAfter(Instant moment) {
            return CellGrain.HOUR
                    .granularity()
                    .next(CellGrain.HOUR.granularity().floor(moment, zone), zone);
        }

        private void finish() {
            cells.add(sql, organization, fold);
        }
    }
}
