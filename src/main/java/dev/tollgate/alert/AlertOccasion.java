package dev.tollgate.alert;

/** Why something is delivered. */
public enum AlertOccasion {
    /** An alert was raised. */
    RAISED,
    /** An alert was resolved. */
    RESOLVED,
    /** Somebody tries the destination. */
    TEST
}
