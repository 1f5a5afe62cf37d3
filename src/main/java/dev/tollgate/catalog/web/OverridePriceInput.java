package dev.tollgate.catalog.web;

import dev.tollgate.catalog.OwnPrice;
import dev.tollgate.core.ModelRef;
import dev.tollgate.core.ProblemException;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The GraphQL input of that name. */
record OverridePriceInput(
        String provider,
        String model,
        @Nullable Instant effectiveFrom,
        BigDecimal inputPerMillion,
        BigDecimal outputPerMillion,
        @Nullable BigDecimal cacheReadPerMillion,
        @Nullable BigDecimal cacheWritePerMillion,
        @Nullable Integer expectedRevision) {

    /** The price asked for; BAD_USER_INPUT when it names no model. */
    OwnPrice toPrice(Instant now) {
        requireText("provider", provider);
        requireText("model", model);
        return new OwnPrice(
                new ModelRef(provider, model),
                effectiveFrom == null ? now : effectiveFrom,
                inputPerMillion,
                outputPerMillion,
                cacheReadPerMillion,
                cacheWritePerMillion);
    }

    private static void requireText(String field, String text) {
        if (text.isBlank()) {
            throw ProblemException.badInput(field, "It must not be blank.");
        }
    }
}
