package dev.tollgate.quota;

import org.jspecify.annotations.Nullable;

/**
 * How fast calls may come, whatever is left of the quota: a bucket of tokens for each rate, of which a call takes one and which fills
 * evenly.
 *
 * @param perSecond calls a second in the long run; null: not limited
 * @param perMinute calls a minute in the long run; null: not limited
 * @param burst how many may come at once after a pause: the size of the bucket of the shortest rate. Null: as many as that rate says
 */
public record QuotaRate(
        @Nullable Integer perSecond,
        @Nullable Integer perMinute,
        @Nullable Integer burst) {

    /** Calls may come as fast as they like. */
    public static final QuotaRate NONE = new QuotaRate(null, null, null);

    /** Whether nothing is limited. */
    public boolean isNone() {
        return perSecond == null && perMinute == null;
    }

    int secondCapacity(int rate) {
        return burst == null ? rate : burst;
    }

    int minuteCapacity(int rate) {
        return burst == null || perSecond != null ? rate : burst;
    }
}
