package dev.tollgate.analytics;

import dev.tollgate.core.Granularity;
import dev.tollgate.core.TimeWindow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a slice is read, found out without reading anything.
 *
 * @param current the slice's own period
 * @param baselines the periods it is compared with
 * @param trends how its trends are told
 */
record SlicePlan(Plan current, Map<BaselineAsked, Plan> baselines, TrendPlan trends) {

    static SlicePlan of(SliceAsked asked, SliceRequest request, Kept kept, Instant now) {
        ZoneId zone = asked.organization().timeZone();
        Ranges ranges = new Ranges(zone, now);
        Planner planner = new Planner(zone, kept);
        TimeWindow window = ranges.resolve(asked.range());
        Granularity inferred = TrendBuckets.inferred(ranges.exact(asked.range()), zone);
        TrendPlan trends = TrendPlan.of(request.trends(), window, inferred, zone, kept);
        Plan current = asked.range() instanceof RangeAsked.Exactly
                ? planner.told(window, trends.widest())
                : planner.plan(window, trends.widest());
        Map<BaselineAsked, Plan> baselines = new HashMap<>();
        for (BaselineAsked baseline : request.baselines().keySet()) {
            TimeWindow other = new Baselines(zone).of(asked.range(), current.window(), baseline);
            baselines.put(baseline, plan(planner, baseline.to(), ranges.minutes(other)));
        }
        return new SlicePlan(current, baselines, trends);
    }

    /** Sums of the period before say nothing when it is longer. */
    private static Plan plan(Planner planner, ComparisonBaseline to, TimeWindow baseline) {
        return to == ComparisonBaseline.PREVIOUS_PERIOD ? planner.exact(baseline) : planner.plan(baseline, Source.DAY);
    }

    /** The buckets of one of the slice's trends. */
    TrendBuckets buckets(TrendAsked trend, ZoneId zone) {
        return trends.buckets(trend, current.window(), zone);
    }

    /** What is needed of each period that the slice is compared with. */
    Map<Plan, Needs> baselineNeeds(SliceRequest request) {
        Map<Plan, Needs> needs = new HashMap<>();
        request.baselines()
                .forEach((baseline, needed) ->
                        needs.merge(Objects.requireNonNull(baselines.get(baseline)), needed, Needs::plus));
        return needs;
    }

    /** About how many cells will be read when there are so many attributions. */
    long cells(SliceRequest request, long attributions) {
        return cells(current, request.needs(), attributions)
                + baselineNeeds(request).entrySet().stream()
                        .mapToLong(period -> cells(period.getKey(), period.getValue(), attributions))
                        .sum();
    }

    private static long cells(Plan plan, Needs needs, long attributions) {
        long buckets = plan.segments().stream().mapToLong(SlicePlan::buckets).sum();
        return needs.byShape().entrySet().stream()
                .collect(Collectors.toMap(
                        need -> need.getKey().byUser(),
                        need -> need.getKey().byAttribution() || need.getKey().byUser() ? attributions : 1,
                        Math::max))
                .values()
                .stream()
                .mapToLong(width -> buckets * width * statements(needs))
                .sum();
    }

    /** Sketches are cells of their own. */
    private static long statements(Needs needs) {
        return needs.byShape().values().stream().flatMap(Set::stream).anyMatch(Ingredient::isSketch) ? 2 : 1;
    }

    private static long buckets(Segment segment) {
        Granularity width = Planner.width(segment.source());
        long length = segment.window().length().toMinutes();
        return switch (width) {
            case MINUTE -> length;
            case HOUR -> Math.ceilDiv(length, 60);
            default -> Math.ceilDiv(length, 24 * 60);
        };
    }
}
