package dev.tollgate.analytics;

/** Which period to compare with. */
public enum ComparisonBaseline {
    /** The period of the same length just before; the one before for a calendar period. */
    PREVIOUS_PERIOD,
    /** A month earlier. */
    MONTH_AGO,
    /** Three months earlier. */
    QUARTER_AGO,
    /** A year earlier. */
    YEAR_AGO,
    /** A period that is given. */
    CUSTOM
}
