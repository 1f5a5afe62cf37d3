package dev.tollgate.rollup;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.organization.Organizations;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.usage.UsageBatch;
import dev.tollgate.usage.UsageBatches;
import java.time.Clock;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Adds committed batches to the cells: in one transaction they are added and the watermark advances, so that a crash anywhere loses
 * nothing and counts nothing twice. One node at a time rolls an organization up.
 */
@Component
class Roller {

    private final TenantTransactions transactions;
    private final Organizations organizations;
    private final UsageBatches batches;
    private final CellStore cells;
    private final Watermark watermark;
    private final Retention retention;
    private final int maxEvents;
    private final Clock clock;

    Roller(
            TenantTransactions transactions,
            Organizations organizations,
            UsageBatches batches,
            CellStore cells,
            Watermark watermark,
            Retention retention,
            RollupSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.organizations = organizations;
        this.batches = batches;
        this.cells = cells;
        this.watermark = watermark;
        this.retention = retention;
        this.maxEvents = settings.maxEvents();
        this.clock = clock;
    }

    /**
     * A roll.
     *
     * @param events how many events were rolled up
     */
    record Roll(Outcome outcome, int events) {
        static final Roll NOTHING = new Roll(Outcome.DONE, 0);
        private static final Roll BUSY = new Roll(Outcome.BUSY, 0);
    }

    /** What a roll came to. */
    enum Outcome {
        /** Batches were rolled up; more wait. */
        MORE,
        /** All that waited is rolled up. */
        DONE,
        /** Another node is at it. */
        BUSY
    }

    /** Rolls up what waits, oldest first. */
    Roll roll(OrganizationId organization) {
        return transactions.write(
                organization,
                sql -> watermark
                        .tryLock(sql, organization)
                        .map(rolledThrough -> roll(sql, organization, rolledThrough))
                        .orElse(Roll.BUSY));
    }

    private Roll roll(DSLContext sql, OrganizationId organization, long rolledThrough) {
        List<UsageBatch> waiting = batches.after(sql, organization, rolledThrough, maxEvents);
        if (waiting.isEmpty()) {
            return Roll.NOTHING;
        }
        CellFold fold = new CellFold(organizations.get(organization).timeZone(), retention, clock.instant());
        waiting.forEach(batch -> batch.contributions().forEach(fold::add));
        cells.add(sql, organization, fold);
        watermark.advance(sql, organization, waiting.getLast().sequence());
        int events =
                waiting.stream().mapToInt(batch -> batch.contributions().size()).sum();
        // Fewer than asked for are all; those committed meanwhile announce themselves.
        boolean all = waiting.size() < UsageBatches.MOST_AT_ONCE && events < maxEvents;
        return new Roll(all ? Outcome.DONE : Outcome.MORE, events);
    }
}
