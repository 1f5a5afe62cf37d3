package dev.tollgate.feature;

import org.jspecify.annotations.Nullable;

/**
 * What a change would have refused in one environment or team.
 *
 * @param value the environment or team; null: not attributed
 * @param total all of its usage
 * @param affected the part that would have been refused
 */
public record FeatureImpactRow(@Nullable String value, FeatureImpact total, FeatureImpact affected) {}
