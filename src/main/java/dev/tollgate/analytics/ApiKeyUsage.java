package dev.tollgate.analytics;

import java.math.BigDecimal;

/**
 * What was used with an API key, ever.
 *
 * @param requests calls
 * @param totalTokens input and output tokens
 * @param cost in USD, unpriced calls left out
 */
public record ApiKeyUsage(long requests, long totalTokens, BigDecimal cost) {

    /** Nothing. */
    public static final ApiKeyUsage NONE = new ApiKeyUsage(0, 0, BigDecimal.ZERO);

    static ApiKeyUsage of(UsageMetrics metrics) {
        return new ApiKeyUsage(metrics.requests(), metrics.totalTokens(), metrics.cost());
    }
}
