package dev.tollgate.rollup;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.organization.Organizations;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.usage.AttributionId;
import dev.tollgate.usage.Contribution;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Compares cells with the ledger. They must agree at any moment; what waits to be rolled up is taken into account. */
@Component
public class CellDrift {

    private final TenantTransactions transactions;
    private final Organizations organizations;
    private final WaitingBatches waiting;
    private final Watermark watermark;
    private final CellTotals totals;
    private final Retention retention;
    private final Clock clock;

    CellDrift(
            TenantTransactions transactions,
            Organizations organizations,
            WaitingBatches waiting,
            Watermark watermark,
            CellTotals totals,
            Retention retention,
            Clock clock) {
        this.transactions = transactions;
        this.organizations = organizations;
        this.waiting = waiting;
        this.watermark = watermark;
        this.totals = totals;
        this.retention = retention;
        this.clock = clock;
    }

    /**
     * How many sums disagree, 0 when all is well: one for each grain, or the users' days, and attribution whose cells, added up
     * over the days of the organization's zone that the window touches, differ in any number from the ledger.
     */
    public long differences(OrganizationId organization, TimeWindow window) {
        ZoneId zone = organizations.get(organization).timeZone();
        TimeWindow days = new TimeWindow(
                CellGrain.DAY.granularity().floor(window.from(), zone),
                CellGrain.DAY.granularity().ceiling(window.to(), zone));
        return transactions.read(organization, sql -> differences(sql, organization, days));
    }

    private long differences(DSLContext sql, OrganizationId organization, TimeWindow days) {
        Map<AttributionId, UsageTotals> ledger = totals.ofLedger(sql, organization, days);
        Map<AttributionId, UsageTotals> waiting = waiting(sql, organization, days);
        Instant now = clock.instant();
        long differences = differences(ledger, waiting, totals.ofUserCells(sql, organization, days));
        for (CellGrain grain : CellGrain.values()) {
            if (!days.from().isBefore(retention.oldest(grain, now))) {
                differences += differences(ledger, waiting, totals.ofCells(sql, organization, grain, days));
            }
        }
        return differences;
    }

    private Map<AttributionId, UsageTotals> waiting(DSLContext sql, OrganizationId organization, TimeWindow days) {
        Map<AttributionId, UsageTotals> sums = new HashMap<>();
        waiting.forEach(sql, organization, watermark.read(sql, organization), contribution -> {
            if (days.contains(contribution.occurredAt())) {
                add(sums, contribution);
            }
        });
        return sums;
    }

    private static void add(Map<AttributionId, UsageTotals> sums, Contribution contribution) {
        UsageTotals added = UsageTotals.of(contribution);
        sums.merge(contribution.attribution(), added, UsageTotals::plus);
        sums.merge(AttributionId.ALL, added, UsageTotals::plus);
    }

    private static long differences(
            Map<AttributionId, UsageTotals> ledger,
            Map<AttributionId, UsageTotals> waiting,
            Map<AttributionId, UsageTotals> stored) {
        Map<AttributionId, UsageTotals> cells = new HashMap<>(stored);
        waiting.forEach((attribution, added) -> cells.merge(attribution, added, UsageTotals::plus));
        Set<AttributionId> attributions = new HashSet<>(ledger.keySet());
        attributions.addAll(cells.keySet());
        return attributions.stream()
                .filter(attribution -> !Objects.requireNonNullElse(ledger.get(attribution), UsageTotals.NONE)
                        .equals(Objects.requireNonNullElse(cells.get(attribution), UsageTotals.NONE)))
                .count();
    }
}
