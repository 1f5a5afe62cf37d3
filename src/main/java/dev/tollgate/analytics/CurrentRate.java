package dev.tollgate.analytics;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The running minute against the last whole one.
 *
 * @param elapsedSeconds how much of the running minute has passed, 0 to 60
 * @param requests calls in it so far
 * @param totalTokens total tokens in it so far
 * @param lastMinuteRequests calls in the last whole minute
 * @param lastMinuteTokens total tokens in the last whole minute
 */
public record CurrentRate(
        double elapsedSeconds, long requests, long totalTokens, long lastMinuteRequests, long lastMinuteTokens) {

    private static final double MINUTE = 60;

    static CurrentRate of(TrendPoint running, UsageMetrics last, Instant now) {
        double elapsed = Duration.between(running.at(), now).toMillis() / 1000.0;
        return new CurrentRate(
                Math.clamp(elapsed, 0, MINUTE),
                running.metrics().requests(),
                running.metrics().totalTokens(),
                last.requests(),
                last.totalTokens());
    }

    /** Calls in the running minute once it is over, at its rate so far. */
    public double projectedRequests() {
        return projected(requests, lastMinuteRequests);
    }

    /** Total tokens in the running minute once it is over, at its rate so far. */
    public double projectedTokens() {
        return projected(totalTokens, lastMinuteTokens);
    }

    /** The projected calls against those of the last minute in percent; null when there were none. */
    public @Nullable Double changePercent() {
        return lastMinuteRequests == 0 ? null : 100 * (projectedRequests() - lastMinuteRequests) / lastMinuteRequests;
    }

    private double projected(long soFar, long last) {
        return elapsedSeconds == 0 ? last : soFar * MINUTE / elapsedSeconds;
    }
}
