package dev.tollgate.analytics;

import static dev.tollgate.analytics.Preference.HIGHER;
import static dev.tollgate.analytics.Preference.LOWER;
import static dev.tollgate.analytics.Preference.NEITHER;

import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A number that can be asked of usage, for ordering and comparing. More is better of calls, successes, distinct users and of the
 * rates of success and cache hits. Less is better of errors and their rate, latencies, cost, unpriced calls and tokens a call.
 * Token volumes and calls a minute are neither.
 */
@SuppressWarnings("ImmutableEnumChecker") // the functions have no state
public enum UsageMetric {
    /** Calls. */
    REQUESTS(MetricField.REQUESTS, HIGHER, true, metrics -> of(metrics.requests())),
    /** Calls that succeeded. */
    SUCCESSES(MetricField.SUCCESSES, HIGHER, true, metrics -> of(metrics.successes())),
    /** Calls that failed. */
    ERRORS(MetricField.ERRORS, LOWER, true, metrics -> of(metrics.errors())),
    /** Failed calls in percent of all. */
    ERROR_RATE(MetricField.ERROR_RATE, LOWER, UsageMetric::hasCalls, metrics -> of(metrics.errorRate())),
    /** Successful calls in percent of all. */
    SUCCESS_RATE(MetricField.SUCCESS_RATE, HIGHER, UsageMetric::hasCalls, metrics -> of(metrics.successRate())),
    /** Input tokens, cached ones included. */
    INPUT_TOKENS(MetricField.INPUT_TOKENS, NEITHER, true, metrics -> of(metrics.inputTokens())),
    /** Output tokens, reasoning included. */
    OUTPUT_TOKENS(MetricField.OUTPUT_TOKENS, NEITHER, true, metrics -> of(metrics.outputTokens())),
    /** Input and output tokens. */
    TOTAL_TOKENS(MetricField.TOTAL_TOKENS, NEITHER, true, metrics -> of(metrics.totalTokens())),
    /** Input tokens read from the cache. */
    CACHED_INPUT_TOKENS(MetricField.CACHED_INPUT_TOKENS, NEITHER, true, metrics -> of(metrics.cachedInputTokens())),
    /** Input tokens written to the cache. */
    CACHE_CREATION_TOKENS(
            MetricField.CACHE_CREATION_TOKENS, NEITHER, true, metrics -> of(metrics.cacheCreationTokens())),
    /** Output tokens spent on reasoning. */
    REASONING_TOKENS(MetricField.REASONING_TOKENS, NEITHER, true, metrics -> of(metrics.reasoningTokens())),
    /** Input tokens read from the cache in percent of all input tokens. */
    CACHE_HIT_RATE(
            MetricField.CACHE_HIT_RATE,
            HIGHER,
            metrics -> metrics.inputTokens() > 0,
            metrics -> of(metrics.cacheHitRate())),
    /** Total tokens a call. */
    TOKENS_PER_REQUEST(
            MetricField.TOKENS_PER_REQUEST, LOWER, UsageMetric::hasCalls, metrics -> of(metrics.tokensPerRequest())),
    /** Calls a minute. */
    REQUESTS_PER_MINUTE(MetricField.REQUESTS_PER_MINUTE, NEITHER, false, metrics -> of(metrics.requestsPerMinute())),
    /** Cost in USD. */
    COST(MetricField.COST, LOWER, true, UsageMetrics::cost),
    /** Calls with no known price. */
    UNPRICED_REQUESTS(MetricField.UNPRICED_REQUESTS, LOWER, true, metrics -> of(metrics.unpricedRequests())),
    /** Mean latency in milliseconds. */
    AVERAGE_LATENCY_MS(MetricField.AVERAGE_MS, LOWER, UsageMetric::hasLatency, latency(LatencyMetrics::averageMs)),
    /** Median latency in milliseconds. */
    P50_LATENCY_MS(MetricField.P50_MS, LOWER, UsageMetric::hasLatency, latency(LatencyMetrics::p50Ms)),
    /** 95th percentile of the latency in milliseconds. */
    P95_LATENCY_MS(MetricField.P95_MS, LOWER, UsageMetric::hasLatency, latency(LatencyMetrics::p95Ms)),
    /** 99th percentile of the latency in milliseconds. */
    P99_LATENCY_MS(MetricField.P99_MS, LOWER, UsageMetric::hasLatency, latency(LatencyMetrics::p99Ms)),
    /** Distinct users. */
    ACTIVE_USERS(MetricField.ACTIVE_USERS, HIGHER, false, metrics -> of(metrics.activeUsers()));

    private final MetricField field;
    private final Preference preference;
    private final boolean additive;
    private final Predicate<UsageMetrics> measured;
    private final Function<UsageMetrics, BigDecimal> value;

    UsageMetric(MetricField field, Preference preference, boolean additive, Function<UsageMetrics, BigDecimal> value) {
        this.field = field;
        this.preference = preference;
        this.additive = additive;
        this.measured = _ -> true;
        this.value = value;
    }

    /** One that is nothing, rather than 0, where there is nothing to take it from. */
    UsageMetric(
            MetricField field,
            Preference preference,
            Predicate<UsageMetrics> measured,
            Function<UsageMetrics, BigDecimal> value) {
        this.field = field;
        this.preference = preference;
        this.additive = false;
        this.measured = measured;
        this.value = value;
    }

    /** The metric's value; 0 when there is none. */
    public BigDecimal of(UsageMetrics metrics) {
        return value.apply(metrics);
    }

    /**
     * Whether the metric has a value. A rate, a mean or a percentile of no calls has none; counts and sums always have one. What is asked
     * for here is among the {@link #ingredients}.
     */
    public boolean isMeasured(UsageMetrics metrics) {
        return measured.test(metrics);
    }

    /** What it is computed from. */
    public Set<Ingredient> ingredients() {
        return field.ingredients();
    }

    /** The metric whose share of the whole is told: this one where it adds up, else the calls. */
    public UsageMetric shared() {
        return additive ? this : REQUESTS;
    }

    Preference preference() {
        return preference;
    }

    private static boolean hasCalls(UsageMetrics metrics) {
        return metrics.requests() > 0;
    }

    private static boolean hasLatency(UsageMetrics metrics) {
        return metrics.latency() != null;
    }

    private static BigDecimal of(long number) {
        return BigDecimal.valueOf(number);
    }

    private static BigDecimal of(double number) {
        return BigDecimal.valueOf(number);
    }

    private static Function<UsageMetrics, BigDecimal> latency(Function<LatencyMetrics, Double> value) {
        return metrics -> {
            LatencyMetrics latency = metrics.latency();
            return latency == null ? BigDecimal.ZERO : BigDecimal.valueOf(value.apply(latency));
        };
    }
}
