package dev.tollgate.audit;

/** What became of an action. */
public enum AuditOutcome {
    /** It was done. */
    DONE,
    /** It was not allowed. */
    REFUSED
}
