package dev.tollgate.usage;

/** Where a cost comes from. The order is stored: append only. */
public enum CostProvenance {
    /** It was reported with the event. */
    PROVIDER,
    /** It was computed from the price at the time of the call. */
    PRICED,
    /** No price is known; there is no cost. */
    UNPRICED
}
