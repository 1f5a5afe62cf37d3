package dev.tollgate.catalog;

import dev.tollgate.core.Money;

/**
 * What a call cost, by what it was charged for.
 *
 * @param input uncached input tokens
 * @param cacheRead input tokens read from the cache
 * @param cacheWrite input tokens written to the cache
 * @param output output tokens without reasoning
 * @param reasoning output tokens spent on reasoning
 * @param other images, seconds, characters, pages, searches
 */
public record CostBreakdown(
        Money input, Money cacheRead, Money cacheWrite, Money output, Money reasoning, Money other) {

    static final CostBreakdown NOTHING =
            new CostBreakdown(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    /** The whole cost: the sum of the parts. */
    public Money total() {
        return input.plus(cacheRead)
                .plus(cacheWrite)
                .plus(output)
                .plus(reasoning)
                .plus(other);
    }
}
