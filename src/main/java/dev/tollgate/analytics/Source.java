package dev.tollgate.analytics;

/** Where numbers come from, in the order in which an answer names it. */
public enum Source {
    /** Day cells. */
    DAY,
    /** Hour cells. */
    HOUR,
    /** Minute cells. */
    MINUTE,
    /** The ledger. */
    LEDGER
}
