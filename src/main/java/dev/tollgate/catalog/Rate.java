package dev.tollgate.catalog;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a single unit costs under a condition.
 *
 * @param unit the unit
 * @param aboveTokens the prompt size above which, strictly, it holds for the whole call; 0 is the base rate
 * @param serviceTier the service tier it is for; null is the default tier
 * @param amount in USD, exact; 0 or more
 */
public record Rate(
        PriceUnit unit, long aboveTokens, @Nullable String serviceTier, BigDecimal amount) {

    /** Rejects negative numbers, and writes equal amounts in one way, so that equal rates are equal. */
    public Rate {
        if (aboveTokens < 0 || amount.signum() < 0) {
            throw new IllegalArgumentException("a rate must not be negative");
        }
        amount = amount.stripTrailingZeros();
        amount = amount.scale() < 0 ? amount.setScale(0) : amount;
    }

    /** The rate of the default tier for prompts of any size. */
    public static Rate base(PriceUnit unit, BigDecimal amount) {
        return new Rate(unit, 0, null, amount);
    }
}
