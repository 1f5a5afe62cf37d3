package dev.tollgate.analytics;

import dev.tollgate.rollup.UsageTotals;
import dev.tollgate.usage.Attribution;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a part of a slice. Each is computed when it is asked for, from what the slice read for it; asking for what was
 * not read throws {@link IllegalStateException}. Percentages are 0 to 100; a ratio with nothing to divide by is 0. Safe from any
 * thread.
 */
public final class UsageMetrics {

    private final FactGroup group;
    private final Dictionary dictionary;
    private final Duration length;
    private final Lazy<UsageTotals> totals;
    private final Lazy<Sketches> sketches;

    UsageMetrics(FactGroup group, Dictionary dictionary, Duration length) {
        this.group = group;
        this.dictionary = dictionary;
        this.length = length;
        this.totals = new Lazy<>(group::totals);
        this.sketches = new Lazy<>(group::merged);
    }

    /** Calls. */
    public long requests() {
        return totals.get().requests();
    }

    /** Calls that succeeded. */
    public long successes() {
        return requests() - errors();
    }

    /** Calls that failed. */
    public long errors() {
        return totals.get().errors();
    }

    /** Failed calls in percent of all. */
    public double errorRate() {
        return percent(errors(), requests());
    }

    /** Successful calls in percent of all. */
    public double successRate() {
        return percent(successes(), requests());
    }

    /** Input tokens, those read from and written to the cache included. */
    public long inputTokens() {
        return totals.get().inputTokens();
    }

    /** Output tokens, reasoning included. */
    public long outputTokens() {
        return totals.get().wholeOutputTokens();
    }

    /** Input and output tokens. */
    public long totalTokens() {
        return totals.get().totalTokens();
    }

    /** Input tokens read from the cache. */
    public long cachedInputTokens() {
        return totals.get().cacheReadTokens();
    }

    /** Input tokens written to the cache. */
    public long cacheCreationTokens() {
        return totals.get().cacheWriteTokens();
    }

    /** Output tokens spent on reasoning. */
    public long reasoningTokens() {
        return totals.get().reasoningTokens();
    }

    /** Input tokens read from the cache in percent of all input tokens. */
    public double cacheHitRate() {
        return percent(cachedInputTokens(), inputTokens());
    }

    /** Total tokens a call. */
    public double tokensPerRequest() {
        return ratio(totalTokens(), requests());
    }

    /** Calls a minute over the stretch of time the numbers are of; over the part that has passed when it is not over. */
    public double requestsPerMinute() {
        return ratio(requests() * 60_000, length.toMillis());
    }

    /** Cost in USD at 12 decimals, unpriced calls left out. */
    public BigDecimal cost() {
        return totals.get().cost().amount();
    }

    /** Calls with no known price. */
    public long unpricedRequests() {
        return totals.get().unpricedRequests();
    }

    /** How long calls took; null when no latency was reported. */
    public @Nullable LatencyMetrics latency() {
        return totals.get().latency().count() == 0
                ? null
                : new LatencyMetrics(totals.get().latency(), sketches);
    }

    /** Distinct users, within 3 percent. */
    public long activeUsers() {
        return sketches.get().users().estimate();
    }

    /** Distinct models, by name. */
    public long activeModels() {
        return distinct(Attribution::model);
    }

    /** Distinct features. */
    public long activeFeatures() {
        return distinct(Attribution::feature);
    }

    private long distinct(Function<Attribution, @Nullable String> value) {
        return group.attributions().stream()
                .map(id -> value.apply(dictionary.get(id)))
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    private static double percent(long part, long whole) {
        return 100 * ratio(part, whole);
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
