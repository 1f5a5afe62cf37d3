package dev.tollgate.analytics;

/** The order of sorted rows. */
public enum SortDirection {
    /** Smallest first. */
    ASC,
    /** Largest first. */
    DESC
}
