package dev.tollgate.feature;

import org.jspecify.annotations.Nullable;

/**
 * An availability made ready: its decisions are made beforehand, so that deciding makes nothing.
 *
 * @param below the first place in the rollout that is out
 */
record Verdict(int below, Decision in, Decision out) {

    private static final int PLACES_A_PERCENT = RolloutPlaces.COUNT / 100;

    static Verdict of(Availability availability, DecisionReason reason, @Nullable String message) {
        return switch (availability.state()) {
            case ON -> of(RolloutPlaces.COUNT, reason, message);
            case OFF -> of(0, reason, message);
            case PARTIAL -> of(percent(availability) * PLACES_A_PERCENT, DecisionReason.ROLLOUT, message);
        };
    }

    private static Verdict of(int below, DecisionReason reason, @Nullable String message) {
        return new Verdict(below, new Decision.Enabled(reason), new Decision.Disabled(reason, message));
    }

    private static int percent(Availability availability) {
        Integer percent = availability.rolloutPercent();
        return percent == null ? 0 : percent;
    }

    /** Who has no place is out, unless all are in. */
    Decision on(RolloutPlaces places, FeatureContext context) {
        if (below == 0 || below == RolloutPlaces.COUNT) {
            return below == 0 ? out : in;
        }
        String subject = context.subject();
        return subject != null && places.of(subject) < below ? in : out;
    }
}
