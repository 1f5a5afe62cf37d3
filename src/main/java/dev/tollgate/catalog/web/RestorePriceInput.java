package dev.tollgate.catalog.web;

import dev.tollgate.catalog.PriceStart;
import dev.tollgate.core.ModelRef;
import dev.tollgate.core.ProblemException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The GraphQL input of that name. */
record RestorePriceInput(
        String provider,
        String model,
        @Nullable Instant effectiveFrom,
        @Nullable Integer expectedRevision) {

    /** What is asked for; BAD_USER_INPUT when it names no model. */
    PriceStart toStart(Instant now) {
        requireText("provider", provider);
        requireText("model", model);
        return new PriceStart(new ModelRef(provider, model), effectiveFrom == null ? now : effectiveFrom);
    }

    private static void requireText(String field, String text) {
        if (text.isBlank()) {
            throw ProblemException.badInput(field, "It must not be blank.");
        }
    }
}
