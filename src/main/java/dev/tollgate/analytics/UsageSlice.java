package dev.tollgate.analytics;

import dev.tollgate.usage.UsageDimension;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A slice of usage that was read: all it tells comes from one snapshot, so that its numbers add up. It throws {@link
 * IllegalStateException} when asked for what was not in its request. Safe from any thread.
 */
public final class UsageSlice implements UsageNumbers {

    /** What was read for the numbers. */
    record Read(
            SliceData current, Map<BaselineAsked, SliceData> baselines, TrendPlan trends, Restriction restriction) {}

    private final SliceAsked asked;
    private final Read read;
    private final long rolledThrough;
    private final Freshness freshness;
    private final Map<EventPage, RecordedEvents> events;

    UsageSlice(
            SliceAsked asked,
            Read read,
            long rolledThrough,
            Freshness freshness,
            Map<EventPage, RecordedEvents> events) {
        this.asked = asked;
        this.read = read;
        this.rolledThrough = rolledThrough;
        this.freshness = freshness;
        this.events = events;
    }

    /** What it is a slice of. */
    public SliceAsked asked() {
        return asked;
    }

    /** The range that was really used. */
    public ResolvedRange range() {
        return read.current().range();
    }

    /** The number of the last commit that the numbers count: it and all before, none after. */
    public long rolledThrough() {
        return rolledThrough;
    }

    /** How recent the numbers are. */
    public Freshness freshness() {
        return freshness;
    }

    /** How many cells were read. */
    public long cellsRead() {
        return read.current().cellsRead()
                + read.baselines().values().stream()
                        .distinct()
                        .mapToLong(SliceData::cellsRead)
                        .sum();
    }

    /** The numbers of the whole slice. */
    @Override
    public UsageMetrics metrics() {
        return read.current().metrics();
    }

    @Override
    public List<UsageRow> rows(UsageDimension by, int most) {
        return UsageRow.of(breakdown(BreakdownAsked.of(by, most)));
    }

    /** The numbers over time, and what they say about a metric. */
    public UsageTrend trend(TrendAsked trend, UsageMetric metric) {
        return new UsageTrend(points(trend).of(read.current().whole()), metric);
    }

    /** The numbers by dimension. */
    public UsageBreakdown breakdown(BreakdownAsked breakdown) {
        return new UsageBreakdown(read.current(), read.current().whole(), breakdown, this::points);
    }

    /** The numbers against those of another period. */
    public UsageComparison comparison(BaselineAsked baseline) {
        SliceData other = read.baselines().get(baseline);
        if (other == null) {
            throw new IllegalStateException("the comparison was not asked for beforehand: " + baseline);
        }
        return new UsageComparison(read.current(), other);
    }

    /** The users with the most usage. */
    public List<UserUsage> topUsers(UsageMetric orderBy, int first) {
        return UserUsage.top(breakdown(BreakdownAsked.ofUsers(orderBy, first)));
    }

    /** A page of single events. */
    public RecordedEvents events(EventPage page) {
        return Objects.requireNonNull(events.get(page), "the page was not asked for beforehand");
    }

    private TrendPoints points(TrendAsked trend) {
        TrendBuckets buckets = read.trends()
                .buckets(trend, range().window(), asked.organization().timeZone());
        return new TrendPoints(read.current(), buckets, freshness.now());
    }
}
