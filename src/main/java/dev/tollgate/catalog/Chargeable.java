package dev.tollgate.catalog;

import dev.tollgate.core.ModelRef;
import dev.tollgate.core.Quantities;
import dev.tollgate.core.TokenUsage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call to be charged.
 *
 * @param model which model was called
 * @param occurredAt when; the price in force then is used
 * @param serviceTier the provider's service tier; null is the default one
 * @param failed whether the call failed
 * @param tokens its tokens
 * @param quantities what is not priced by token; null when there is none
 */
public record Chargeable(
        ModelRef model,
        Instant occurredAt,
        @Nullable String serviceTier,
        boolean failed,
        TokenUsage tokens,
        @Nullable Quantities quantities) {

    /** Whether it failed before anything was used: then there is nothing to pay at any price. */
    boolean isFree() {
        return failed && tokens.isNothing() && (quantities == null || !quantities.hasAny());
    }
}
