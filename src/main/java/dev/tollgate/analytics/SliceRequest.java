package dev.tollgate.analytics;

import dev.tollgate.usage.UsageDimension;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that is asked of a slice, so that it is read at once. Immutable.
 *
 * @param needs the ingredients of the slice's own period
 * @param baselines the ingredients of the periods it is compared with
 * @param trends the buckets that sums must fit into
 * @param events pages of single events
 * @param countEvents whether the number of all events is wanted
 */
public record SliceRequest(
        Needs needs,
        Map<BaselineAsked, Needs> baselines,
        Set<TrendAsked> trends,
        Set<EventPage> events,
        boolean countEvents) {

    /** Nothing but the range itself. */
    public static final SliceRequest NOTHING = of(Needs.NONE);

    /** Ingredients of the slice's own period. */
    public static SliceRequest of(Needs needs) {
        return new SliceRequest(needs, Map.of(), Set.of(), Set.of(), false);
    }

    /** Everything that {@link UsageNumbers} tell, by a dimension when there is one. */
    public static SliceRequest ofNumbers(@Nullable UsageDimension by) {
        Set<Ingredient> all = EnumSet.allOf(Ingredient.class);
        Needs whole = Needs.of(Shape.WHOLE, all);
        return of(by == null ? whole : whole.plus(Needs.of(Divider.of(by).shape(), all)));
    }

    /** Calls, tokens, cost and calls without a price, by a dimension when there is one. */
    public static SliceRequest ofSums(@Nullable UsageDimension by) {
        Set<Ingredient> sums = EnumSet.of(Ingredient.REQUESTS, Ingredient.COST, Ingredient.UNPRICED);
        sums.addAll(MetricField.TOTAL_TOKENS.ingredients());
        Needs whole = Needs.of(Shape.WHOLE, sums);
        return of(by == null ? whole : whole.plus(Needs.of(Divider.of(by).shape(), sums)));
    }

    /** A trend, with what its points need. */
    public static SliceRequest of(TrendAsked trend, Needs needs) {
        return new SliceRequest(needs, Map.of(), Set.of(trend), Set.of(), false);
    }

    /** A comparison, with what it needs of both periods. */
    public static SliceRequest of(BaselineAsked baseline, Needs needs) {
        return new SliceRequest(needs, Map.of(baseline, needs), Set.of(), Set.of(), false);
    }

    /** A page of events. */
    public static SliceRequest of(EventPage page, boolean count) {
        return new SliceRequest(Needs.NONE, Map.of(), Set.of(), Set.of(page), count);
    }

    /** Both together. */
    public SliceRequest plus(SliceRequest other) {
        Map<BaselineAsked, Needs> bothBaselines = new HashMap<>(baselines);
        other.baselines.forEach((baseline, more) -> bothBaselines.merge(baseline, more, Needs::plus));
        return new SliceRequest(
                needs.plus(other.needs),
                bothBaselines,
                union(trends, other.trends),
                union(events, other.events),
                countEvents || other.countEvents);
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }
}
