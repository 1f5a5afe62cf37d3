package dev.tollgate.analytics;

import dev.tollgate.rollup.Retention;
import dev.tollgate.rollup.RollupFreshness;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.usage.Attributions;
import dev.tollgate.usage.UsageSettings;
import java.time.Clock;
import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Answers questions about usage. */
@Component
public class UsageSlices {

    private final TenantTransactions transactions;
    private final Attributions attributions;
    private final RollupFreshness freshness;
    private final AttributionCounts attributionCounts;
    private final EventStore events;
    private final Retention retention;
    private final UsageSettings ledger;
    private final Clock clock;

    UsageSlices(
            TenantTransactions transactions,
            Attributions attributions,
            RollupFreshness freshness,
            AttributionCounts attributionCounts,
            EventStore events,
            Retention retention,
            UsageSettings ledger,
            Clock clock) {
        this.transactions = transactions;
        this.attributions = attributions;
        this.freshness = freshness;
        this.attributionCounts = attributionCounts;
        this.events = events;
        this.retention = retention;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Reads all that is asked of a slice from one snapshot. What the slice is asked for later must have been in the request.
     *
     * @throws dev.tollgate.core.ProblemException BAD_USER_INPUT when a trend would have too many points, or finer ones than are kept
     */
    public UsageSlice read(SliceAsked asked, SliceRequest request) {
        SliceReader reader = reader(asked, request);
        return transactions.read(asked.organization().id(), bound -> read(bound, reader));
    }

    /**
     * About how many cells {@link #read} will read: buckets times attributions, of which there may have come a few more since
     * this node last looked. BAD_USER_INPUT as there.
     */
    public long estimateCells(SliceAsked asked, SliceRequest request) {
        SlicePlan plan = reader(asked, request).plan();
        return plan.cells(request, attributionCounts.of(asked.organization().id()));
    }

    /** How many points the trend will have. BAD_USER_INPUT as {@link #read}. */
    public int countPoints(SliceAsked asked, TrendAsked trend) {
        SlicePlan plan = reader(asked, SliceRequest.of(trend, Needs.NONE)).plan();
        return plan.buckets(trend, asked.organization().timeZone()).starts().size();
    }

    private SliceReader reader(SliceAsked asked, SliceRequest request) {
        Instant now = clock.instant();
        Kept kept = Kept.of(retention, ledger, asked.organization().timeZone(), now);
        return new SliceReader(asked, request, kept, now, attributions);
    }

    private UsageSlice read(DSLContext bound, SliceReader reader) {
        UsageSlice.Read read = reader.read(bound);
        Instant committedThrough = freshness.committedThrough(bound, reader.organization(), reader.now());
        return new UsageSlice(
                reader.asked(),
                read,
                freshness.rolledThrough(bound, reader.organization()),
                new Freshness(committedThrough, reader.now()),
                events.read(
                        bound,
                        reader.events(read),
                        reader.request().events(),
                        reader.request().countEvents()));
    }
}
