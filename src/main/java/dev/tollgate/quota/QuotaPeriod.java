package dev.tollgate.quota;

/** How long a quota's periods are. */
public enum QuotaPeriod {
    /** Hours of the organization's clock. */
    HOURLY,
    /** Days. */
    DAILY,
    /** Weeks. */
    WEEKLY,
    /** Months. */
    MONTHLY
}
