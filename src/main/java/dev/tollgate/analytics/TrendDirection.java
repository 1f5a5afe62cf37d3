package dev.tollgate.analytics;

/** Which way numbers go. */
public enum TrendDirection {
    /** They rise by more than 1 percent of their mean a bucket. */
    INCREASING,
    /** They fall by more than 1 percent of their mean a bucket. */
    DECREASING,
    /** Neither rising nor falling. */
    STABLE,
    /** They vary too much to tell: the standard deviation is more than half of the mean. */
    VOLATILE
}
