package dev.tollgate.usage;

/** How a call ended. The order is stored: append only. */
public enum UsageStatus {
    /** It succeeded. */
    SUCCESS,
    /** It failed. */
    ERROR
}
