package dev.tollgate.catalog;

import org.jspecify.annotations.Nullable;

/** What charging a call came to. */
public sealed interface Charge {

    /** It was priced; the version is null when there was nothing to pay at any price and none is known. */
    record Priced(@Nullable PriceVersionId version, CostBreakdown cost) implements Charge {}

    /** No price is known for the model at that time: unpriced, never free. */
    record Unpriced() implements Charge {}
}
