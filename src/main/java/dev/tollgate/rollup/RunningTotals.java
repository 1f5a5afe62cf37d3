package dev.tollgate.rollup;

import dev.tollgate.core.Money;
import dev.tollgate.usage.Contribution;
import org.jspecify.annotations.Nullable;

/** Totals while they are being added up: {@link UsageTotals} that grow in place. Not safe for several threads. */
final class RunningTotals {

    private long requests;
    private long errors;
    private long uncachedInputTokens;
    private long cacheReadTokens;
    private long cacheWriteTokens;
    private long outputTokens;
    private long reasoningTokens;
    private long costUnits;
    private long unpricedRequests;
    private long latencyCount;
    private long latencySumMs;
    private int latencyMinMs = Integer.MAX_VALUE;
    private int latencyMaxMs = Integer.MIN_VALUE;

    void add(Contribution added, long addedCostUnits) {
        requests += added.requests();
        errors += added.errors();
        uncachedInputTokens += added.uncachedInputTokens();
        cacheReadTokens += added.cacheReadTokens();
        cacheWriteTokens += added.cacheWriteTokens();
        outputTokens += added.outputTokens();
        reasoningTokens += added.reasoningTokens();
        costUnits = Math.addExact(costUnits, addedCostUnits);
        unpricedRequests += added.unpricedRequests();
        Integer latencyMs = added.latencyMs();
        if (latencyMs != null) {
            addLatencies(1, latencyMs, latencyMs, latencyMs);
        }
    }

    void add(RunningTotals added) {
        requests += added.requests;
        errors += added.errors;
        uncachedInputTokens += added.uncachedInputTokens;
        cacheReadTokens += added.cacheReadTokens;
        cacheWriteTokens += added.cacheWriteTokens;
        outputTokens += added.outputTokens;
        reasoningTokens += added.reasoningTokens;
        costUnits = Math.addExact(costUnits, added.costUnits);
        unpricedRequests += added.unpricedRequests;
        addLatencies(added.latencyCount, added.latencySumMs, added.latencyMinMs, added.latencyMaxMs);
    }

    private void addLatencies(long count, long sumMs, int minMs, int maxMs) {
        latencyCount += count;
        latencySumMs += sumMs;
        latencyMinMs = Math.min(latencyMinMs, minMs);
        latencyMaxMs = Math.max(latencyMaxMs, maxMs);
    }

    UsageTotals totals() {
        return new UsageTotals(
                requests,
                errors,
                uncachedInputTokens,
                cacheReadTokens,
                cacheWriteTokens,
                outputTokens,
                reasoningTokens,
                Money.ofUnits(costUnits),
                unpricedRequests,
                new LatencyTotals(latencyCount, latencySumMs, latencyMinMs, latencyMaxMs));
    }

    long requests() {
        return requests;
    }

    long errors() {
        return errors;
    }

    long uncachedInputTokens() {
        return uncachedInputTokens;
    }

    long cacheReadTokens() {
        return cacheReadTokens;
    }

    long cacheWriteTokens() {
        return cacheWriteTokens;
    }

    long outputTokens() {
        return outputTokens;
    }

    long reasoningTokens() {
        return reasoningTokens;
    }

    long costUnits() {
        return costUnits;
    }

    long unpricedRequests() {
        return unpricedRequests;
    }

    long latencyCount() {
        return latencyCount;
    }

    long latencySumMs() {
        return latencySumMs;
    }

    /** Null when there was no latency. */
    @Nullable
    Integer latencyMinMs() {
        return latencyCount == 0 ? null : Integer.valueOf(latencyMinMs);
    }

    /** Null when there was no latency. */
    @Nullable
    Integer latencyMaxMs() {
        return latencyCount == 0 ? null : Integer.valueOf(latencyMaxMs);
    }
}
