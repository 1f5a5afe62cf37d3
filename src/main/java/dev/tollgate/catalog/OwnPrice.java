package dev.tollgate.catalog;

import dev.tollgate.core.ModelRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An organization's own price of a model. Amounts are USD for a million tokens, exact.
 *
 * @param model the model, named as events name it
 * @param effectiveFrom from when on it holds
 * @param input for input tokens
 * @param output for output tokens
 * @param cacheRead for input tokens read from the cache; null is as input
 * @param cacheWrite for input tokens written to the cache; null is as input
 */
public record OwnPrice(
        ModelRef model,
        Instant effectiveFrom,
        BigDecimal input,
        BigDecimal output,
        @Nullable BigDecimal cacheRead,
        @Nullable BigDecimal cacheWrite) {

    /** Brings the time to the precision that the database keeps. */
    public OwnPrice {
        effectiveFrom = effectiveFrom.truncatedTo(ChronoUnit.MICROS);
    }

    /** The model, and from when on it holds. */
    PriceStart start() {
        return new PriceStart(model, effectiveFrom);
    }
}
