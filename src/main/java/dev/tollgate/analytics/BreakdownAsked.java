package dev.tollgate.analytics;

import dev.tollgate.usage.UsageDimension;
import org.jspecify.annotations.Nullable;

/**
 * A page of a breakdown.
 *
 * @param divider what it is by
 * @param orderBy the metric the rows are ordered by; equal rows are ordered by their values, those not attributed last
 * @param direction their order
 * @param first how many
 * @param after the cursor after which it begins; null: at the first
 */
public record BreakdownAsked(
        Divider divider,
        UsageMetric orderBy,
        SortDirection direction,
        int first,
        @Nullable String after) {

    /** Rejects, on {@code after}, a cursor that is not one of such rows. */
    public BreakdownAsked {
        if (after != null) {
            RowPlace.of(after, divider.size());
        }
    }

    /** By one dimension, most tokens first. */
    static BreakdownAsked of(UsageDimension by, int first) {
        return new BreakdownAsked(Divider.of(by), UsageMetric.TOTAL_TOKENS, SortDirection.DESC, first, null);
    }

    static BreakdownAsked ofUsers(UsageMetric orderBy, int first) {
        return new BreakdownAsked(Divider.byUser(), orderBy, SortDirection.DESC, first, null);
    }

    /** The first rows of a finer breakdown, in the same order. */
    BreakdownAsked within(Divider finer, int rows) {
        return new BreakdownAsked(finer, orderBy, direction, rows, null);
    }
}
