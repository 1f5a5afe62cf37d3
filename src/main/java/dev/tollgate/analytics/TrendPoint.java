package dev.tollgate.analytics;

import java.time.Instant;

/**
 * The numbers of one bucket.
 *
 * @param at when it begins
 * @param metrics its numbers
 */
public record TrendPoint(Instant at, UsageMetrics metrics) {}
