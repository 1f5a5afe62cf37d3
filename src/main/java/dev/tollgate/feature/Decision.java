package dev.tollgate.feature;

import org.jspecify.annotations.Nullable;

/** Whether a feature may be used. */
public sealed interface Decision {

    /** What decided. */
    DecisionReason reason();

    /** It may. */
    record Enabled(DecisionReason reason) implements Decision {}

    /**
     * It may not.
     *
     * @param message what to tell the user; null: nothing
     */
    record Disabled(DecisionReason reason, @Nullable String message) implements Decision {}
}
