package dev.tollgate.feature;

/** What decided. */
public enum DecisionReason {
    /** The feature is on or off for everybody. */
    STATE,
    /** A rule matches. */
    RULE,
    /** The place among those whom the feature is rolled out to. */
    ROLLOUT,
    /** Nobody has declared the feature. */
    UNKNOWN
}
