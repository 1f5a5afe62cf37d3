package dev.tollgate.feature;

import dev.tollgate.analytics.ResolvedRange;
import java.util.List;

/**
 * What a change would have refused.
 *
 * @param range the stretch of time that was looked at
 * @param total all usage of the feature
 * @param affected the part that would have been refused
 * @param byEnvironment by environment, most calls first
 * @param byTeam by team, most calls first
 */
public record FeaturePreview(
        ResolvedRange range,
        FeatureImpact total,
        FeatureImpact affected,
        List<FeatureImpactRow> byEnvironment,
        List<FeatureImpactRow> byTeam) {}
