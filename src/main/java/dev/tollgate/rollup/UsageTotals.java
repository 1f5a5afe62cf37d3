package dev.tollgate.rollup;

import dev.tollgate.core.Money;
import dev.tollgate.usage.Contribution;

/**
 * Usage added up: a commutative monoid under {@link #plus}, the same for cells, ticks, windows and quotas.
 *
 * @param requests calls
 * @param errors calls that failed
 * @param uncachedInputTokens input tokens neither read from nor written to the cache
 * @param cacheReadTokens input tokens read from the cache
 * @param cacheWriteTokens input tokens written to the cache
 * @param outputTokens output tokens without reasoning
 * @param reasoningTokens output tokens spent on reasoning
 * @param cost what the priced calls cost
 * @param unpricedRequests calls with no known price
 * @param latency how long the events took that reported it
 */
public record UsageTotals(
        long requests,
        long errors,
        long uncachedInputTokens,
        long cacheReadTokens,
        long cacheWriteTokens,
        long outputTokens,
        long reasoningTokens,
        Money cost,
        long unpricedRequests,
        LatencyTotals latency) {

    /** No usage: the neutral element. */
    public static final UsageTotals NONE = new UsageTotals(0, 0, 0, 0, 0, 0, 0, Money.ZERO, 0, LatencyTotals.NONE);

    /** What a contribution adds. */
    public static UsageTotals of(Contribution c) {
        return new UsageTotals(
                c.requests(),
                c.errors(),
                c.uncachedInputTokens(),
                c.cacheReadTokens(),
                c.cacheWriteTokens(),
                c.outputTokens(),
                c.reasoningTokens(),
                c.cost(),
                c.unpricedRequests(),
                c.latencyMs() == null ? LatencyTotals.NONE : LatencyTotals.of(c.latencyMs()));
    }

    /** Both together. */
    public UsageTotals plus(UsageTotals other) {
        return new UsageTotals(
                requests + other.requests,
                errors + other.errors,
                uncachedInputTokens + other.uncachedInputTokens,
                cacheReadTokens + other.cacheReadTokens,
                cacheWriteTokens + other.cacheWriteTokens,
                outputTokens + other.outputTokens,
                reasoningTokens + other.reasoningTokens,
                cost.plus(other.cost),
                unpricedRequests + other.unpricedRequests,
                latency.plus(other.latency));
    }

    /** The whole prompts: cached reads and writes included. */
    public long inputTokens() {
        return uncachedInputTokens + cacheReadTokens + cacheWriteTokens;
    }

    /** The whole answers, reasoning included. */
    public long wholeOutputTokens() {
        return outputTokens + reasoningTokens;
    }

    /** Prompts and answers. */
    public long totalTokens() {
        return inputTokens() + wholeOutputTokens();
    }
}
