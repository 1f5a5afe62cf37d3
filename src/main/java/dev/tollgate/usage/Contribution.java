package dev.tollgate.usage;

import dev.tollgate.core.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one change of the ledger adds to every sum it belongs to. A new event adds all of itself; a reprice adds the difference
 * of the cost and nothing else, so that numbers here may be negative.
 *
 * @param occurredAt when the call occurred
 * @param attribution what it is attributed to
 * @param user the end user; null when not attributed
 * @param requests calls
 * @param errors calls that failed
 * @param uncachedInputTokens input tokens neither read from nor written to the cache
 * @param cacheReadTokens input tokens read from the cache
 * @param cacheWriteTokens input tokens written to the cache
 * @param outputTokens output tokens without reasoning
 * @param reasoningTokens output tokens spent on reasoning
 * @param cost what the priced calls cost
 * @param unpricedRequests calls with no known price
 * @param latencyMs one sample of the latency in milliseconds; null for none
 */
public record Contribution(
        Instant occurredAt,
        AttributionId attribution,
        @Nullable String user,
        long requests,
        long errors,
        long uncachedInputTokens,
        long cacheReadTokens,
        long cacheWriteTokens,
        long outputTokens,
        long reasoningTokens,
        Money cost,
        long unpricedRequests,
        @Nullable Integer latencyMs) {

    /** All of a new event. */
    public static Contribution of(UsageEvent event, AttributionId attribution) {
        Money cost = event.cost().total();
        long requests = event.requestCount();
        return new Contribution(
                event.occurredAt(),
                attribution,
                event.user(),
                requests,
                event.status() == UsageStatus.ERROR ? requests : 0,
                orZero(event.tokens().uncachedInput()),
                orZero(event.tokens().cacheRead()),
                event.tokens().cacheWrite(),
                orZero(event.tokens().output()),
                orZero(event.tokens().reasoning()),
                cost == null ? Money.ZERO : cost,
                cost == null ? requests : 0,
                event.latencyMs());
    }

    /** A change of the cost alone. */
    public static Contribution repriced(
            Instant occurredAt,
            AttributionId attribution,
            @Nullable String user,
            Money costDifference,
            long unpricedDifference) {
        return new Contribution(
                occurredAt, attribution, user, 0, 0, 0, 0, 0, 0, 0, costDifference, unpricedDifference, null);
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
