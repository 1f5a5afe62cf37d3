package dev.tollgate.feature;

import dev.tollgate.core.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Who may use something.
 *
 * @param rolloutPercent the part of the users, 0 to 100; null unless PARTIAL
 */
public record Availability(FeatureState state, @Nullable Integer rolloutPercent) {

    static final Availability ON = new Availability(FeatureState.ON, null);
    static final Availability OFF = new Availability(FeatureState.OFF, null);

    /** Rejects, on {@code rolloutPercent}, a part that is none, is missing, or is not asked for. */
    public Availability {
        if (state != FeatureState.PARTIAL && rolloutPercent != null) {
            throw ProblemException.badInput("rolloutPercent", "Only the state PARTIAL has a percentage.");
        }
        if (state == FeatureState.PARTIAL && rolloutPercent == null) {
            throw ProblemException.badInput("rolloutPercent", "The state PARTIAL needs a percentage.");
        }
        if (rolloutPercent != null && (rolloutPercent < 0 || rolloutPercent > 100)) {
            throw ProblemException.badInput("rolloutPercent", "A percentage is 0 to 100.");
        }
    }
}
