package dev.tollgate.alert;

/** Whether what an alert tells of goes on. */
public enum AlertStatus {
    /** It goes on. */
    OPEN,
    /** It is over. */
    RESOLVED
}
