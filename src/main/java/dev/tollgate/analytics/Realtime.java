package dev.tollgate.analytics;

import dev.tollgate.core.Granularity;
import dev.tollgate.usage.UsageDimension;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The last minutes of usage, from one snapshot of the cells, so that every node tells the same. */
public final class Realtime {

    private static final TrendAsked MINUTES = new TrendAsked(Granularity.MINUTE, null);

    private static final int MOST_ROWS = 50;

    private final UsageSlice slice;

    /** Reads a slice whose range begins on a whole minute and reaches into the running one. */
    public Realtime(UsageSlice slice) {
        this.slice = slice;
    }

    /**
     * What must be asked of the slice.
     *
     * @param rows whether rows by a dimension are wanted
     * @param sketches whether percentiles or distinct users are
     */
    public static SliceRequest request(boolean rows, boolean sketches) {
        Set<Ingredient> ingredients = EnumSet.allOf(Ingredient.class);
        if (!sketches) {
            ingredients.removeIf(Ingredient::isSketch);
        }
        Needs needs = Needs.of(Shape.WHOLE, ingredients).plus(Needs.of(Shape.BUCKET, ingredients));
        return SliceRequest.of(MINUTES, rows ? needs.plus(Needs.of(Shape.ATTRIBUTION, ingredients)) : needs);
    }

    /** The beginning of the window. */
    public Instant from() {
        return slice.range().from();
    }

    /** Now. */
    public Instant to() {
        return slice.freshness().now();
    }

    /** How recent the numbers are. */
    public Freshness freshness() {
        return slice.freshness();
    }

    /** The numbers of the window. */
    public UsageMetrics totals() {
        return slice.metrics();
    }

    /** Total tokens a minute. */
    public double tokensPerMinute() {
        Duration length = Duration.between(from(), to());
        return length.isPositive() ? totals().totalTokens() * 60_000.0 / length.toMillis() : 0;
    }

    /** Calls a minute. */
    public double requestsPerMinute() {
        return totals().requestsPerMinute();
    }

    /** Failed calls in percent of all. */
    public double errorRate() {
        return totals().errorRate();
    }

    /** The mean latency in milliseconds; null when none was reported. */
    public @Nullable Double averageLatencyMs() {
        LatencyMetrics latency = totals().latency();
        return latency == null ? null : latency.averageMs();
    }

    /** A point a minute, oldest first, the running one last. */
    public List<TrendPoint> minutes() {
        return slice.trend(MINUTES, UsageMetric.TOTAL_TOKENS).points();
    }

    /** By model, most tokens first. */
    public List<UsageRow> byModel() {
        return slice.rows(UsageDimension.MODEL, MOST_ROWS);
    }

    /** By feature, most tokens first. */
    public List<UsageRow> byFeature() {
        return slice.rows(UsageDimension.FEATURE, MOST_ROWS);
    }

    /** The running minute against the last whole one. */
    public CurrentRate current() {
        List<TrendPoint> minutes = minutes();
        TrendPoint running = minutes.getLast();
        return CurrentRate.of(running, minutes.get(minutes.size() - 2).metrics(), to());
    }
}
