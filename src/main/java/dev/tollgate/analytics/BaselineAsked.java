package dev.tollgate.analytics;

import dev.tollgate.core.ProblemException;
import dev.tollgate.core.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * The other period of a comparison.
 *
 * @param to which
 * @param custom the period for CUSTOM; null for the others
 */
public record BaselineAsked(ComparisonBaseline to, @Nullable TimeWindow custom) {

    /** Rejects, on {@code baseline}, CUSTOM without a period and a period without CUSTOM. */
    public BaselineAsked {
        if (to == ComparisonBaseline.CUSTOM && custom == null) {
            throw ProblemException.badInput("baseline", "CUSTOM needs the period to compare with.");
        }
        if (to != ComparisonBaseline.CUSTOM && custom != null) {
            throw ProblemException.badInput("baseline", "Only CUSTOM takes a period to compare with.");
        }
    }
}
