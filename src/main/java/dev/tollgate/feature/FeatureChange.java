package dev.tollgate.feature;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a feature should become.
 *
 * @param name its name; one that is not declared yet is declared
 * @param state who may use it
 * @param rolloutPercent the part of the users; null: none, or of PARTIAL the present part, or the part before it was switched off
 * @param message what users are told when it is off; blank: nothing; empty: what they are told now
 * @param rules its rules; empty: those it has
 * @param schedule its changes to come; empty: those it has
 * @param expectedVersion the version that it has now, 0 for one that is not declared; null: whatever it is
 */
public record FeatureChange(
        String name,
        FeatureState state,
        @Nullable Integer rolloutPercent,
        Optional<String> message,
        Optional<List<FeatureRule>> rules,
        Optional<List<ScheduledChange>> schedule,
        @Nullable Integer expectedVersion) {

    /** Rejects, on {@code name}, a name that no event could have. */
    public FeatureChange {
        name = FeatureText.checked("name", name, FeatureText.LONGEST_NAME);
        message = message.map(
                text -> text.isBlank() ? "" : FeatureText.checked("message", text, FeatureText.LONGEST_MESSAGE));
    }

    /** The reason of a change without white space around it; rejects, on {@code reason}, one that cannot be stored. */
    public static String checkedReason(String reason) {
        return FeatureText.checked("reason", reason, FeatureText.LONGEST_MESSAGE);
    }

    /** A change of the state alone. */
    public static FeatureChange to(String name, FeatureState state) {
        return new FeatureChange(name, state, null, Optional.empty(), Optional.empty(), Optional.empty(), null);
    }
}
