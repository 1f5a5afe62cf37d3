package dev.tollgate.analytics;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of {@code UsageMetrics} and {@code LatencyMetrics} in the schema, and what each is computed from. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are filled in the constructor only
public enum MetricField {
    /** Calls. */
    REQUESTS("requests", Ingredient.REQUESTS),
    /** Successful calls. */
    SUCCESSES("successes", Ingredient.REQUESTS, Ingredient.ERRORS),
    /** Failed calls. */
    ERRORS("errors", Ingredient.ERRORS),
    /** Failed calls in percent. */
    ERROR_RATE("errorRate", Ingredient.REQUESTS, Ingredient.ERRORS),
    /** Successful calls in percent. */
    SUCCESS_RATE("successRate", Ingredient.REQUESTS, Ingredient.ERRORS),
    /** Input tokens. */
    INPUT_TOKENS("inputTokens", Ingredient.UNCACHED_INPUT, Ingredient.CACHE_READ, Ingredient.CACHE_WRITE),
    /** Output tokens. */
    OUTPUT_TOKENS("outputTokens", Ingredient.OUTPUT, Ingredient.REASONING),
    /** Input and output tokens. */
    TOTAL_TOKENS(
            "totalTokens",
            Ingredient.UNCACHED_INPUT,
            Ingredient.CACHE_READ,
            Ingredient.CACHE_WRITE,
            Ingredient.OUTPUT,
            Ingredient.REASONING),
    /** Input tokens read from the cache. */
    CACHED_INPUT_TOKENS("cachedInputTokens", Ingredient.CACHE_READ),
    /** Input tokens written to the cache. */
    CACHE_CREATION_TOKENS("cacheCreationTokens", Ingredient.CACHE_WRITE),
    /** Reasoning tokens. */
    REASONING_TOKENS("reasoningTokens", Ingredient.REASONING),
    /** Cached input tokens in percent. */
    CACHE_HIT_RATE("cacheHitRate", INPUT_TOKENS.ingredients, Ingredient.CACHE_READ),
    /** Tokens a call. */
    TOKENS_PER_REQUEST("tokensPerRequest", TOTAL_TOKENS.ingredients, Ingredient.REQUESTS),
    /** Calls a minute. */
    REQUESTS_PER_MINUTE("requestsPerMinute", Ingredient.REQUESTS),
    /** Cost. */
    COST("cost", Ingredient.COST),
    /** Calls with no price. */
    UNPRICED_REQUESTS("unpricedRequests", Ingredient.UNPRICED),
    /** Whether there is any latency. */
    LATENCY("latency", Ingredient.LATENCY),
    /** Mean latency. */
    AVERAGE_MS("averageMs", Ingredient.LATENCY),
    /** Shortest latency. */
    MIN_MS("minMs", Ingredient.LATENCY),
    /** Longest latency. */
    MAX_MS("maxMs", Ingredient.LATENCY),
    /** Median latency. */
    P50_MS("p50Ms", Ingredient.LATENCY, Ingredient.LATENCY_SKETCH),
    /** 95th percentile. */
    P95_MS("p95Ms", Ingredient.LATENCY, Ingredient.LATENCY_SKETCH),
    /** 99th percentile. */
    P99_MS("p99Ms", Ingredient.LATENCY, Ingredient.LATENCY_SKETCH),
    /** Any percentile. */
    PERCENTILE_MS("percentileMs", Ingredient.LATENCY, Ingredient.LATENCY_SKETCH),
    /** Distinct users. */
    ACTIVE_USERS("activeUsers", Ingredient.USER_SKETCH),
    /** Distinct models. */
    ACTIVE_MODELS("activeModels", Ingredient.ATTRIBUTIONS),
    /** Distinct features. */
    ACTIVE_FEATURES("activeFeatures", Ingredient.ATTRIBUTIONS);

    private static final Map<String, MetricField> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(field -> field.schemaName, Function.identity()));

    private final String schemaName;
    private final Set<Ingredient> ingredients;

    MetricField(String schemaName, Ingredient first, Ingredient... others) {
        this(schemaName, Set.of(), first);
        this.ingredients.addAll(Arrays.asList(others));
    }

    MetricField(String schemaName, Set<Ingredient> some, Ingredient another) {
        this.schemaName = schemaName;
        this.ingredients = EnumSet.of(another);
        this.ingredients.addAll(some);
    }

    /** The field of this name; empty when it needs nothing, as introspection does. */
    public static Optional<MetricField> named(String schemaName) {
        return Optional.ofNullable(BY_NAME.get(schemaName));
    }

    /** What it is computed from. */
    public Set<Ingredient> ingredients() {
        return EnumSet.copyOf(ingredients);
    }
}
