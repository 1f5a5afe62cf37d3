package dev.tollgate.feature;

import java.math.BigDecimal;

/**
 * A part of a feature's usage.
 *
 * @param requests calls
 * @param users distinct users, exactly; calls without a user count none
 * @param cost USD, unpriced calls left out
 */
public record FeatureImpact(long requests, long users, BigDecimal cost) {}
