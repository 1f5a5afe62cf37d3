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
    Outcome roll(OrganizationId organization) {
        return transactions.write(
                organization,
                sql -> watermark
                        .tryLock(sql, organization)
                        .map(rolledThrough -> roll(sql, organization, rolledThrough))
                        .orElse(Outcome.BUSY));
    }

    private Outcome roll(DSLContext sql, OrganizationId organization, long rolledThrough) {
        List<UsageBatch> waiting = batches.after(sql, organization, rolledThrough, maxEvents);
        if (waiting.isEmpty()) {
            return Outcome.DONE;
        }
        CellFold fold = new CellFold(organizations.get(organization).timeZone(), retention, clock.instant());
        waiting.forEach(batch -> batch.contributions().forEach(fold::add));
        cells.add(sql, organization, fold);
        watermark.advance(sql, organization, waiting.getLast().sequence());
        return isAll(waiting) ? Outcome.DONE : Outcome.MORE;
    }

    /** Whether none was left out for being too many; those committed meanwhile announce themselves. */
    private boolean isAll(List<UsageBatch> rolled) {
        return rolled.size() < UsageBatches.MOST_AT_ONCE
                && rolled.stream()
                                .mapToInt(batch -> batch.contributions().size())
                                .sum()
                        < maxEvents;
    }
}
