package dev.tollgate.catalog;

/** What charging a call came to. */
public sealed interface Charge {

    /** It was priced. */
    record Priced(PriceVersionId version, CostBreakdown cost) implements Charge {}

    /** No price is known for the model at that time: unpriced, never free. */
    record Unpriced() implements Charge {}
}
