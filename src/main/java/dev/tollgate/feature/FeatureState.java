package dev.tollgate.feature;

/** Whether a feature may be used. */
public enum FeatureState {
    /** By everybody. */
    ON,
    /** By nobody. */
    OFF,
    /** By a part of the users. */
    PARTIAL
}
