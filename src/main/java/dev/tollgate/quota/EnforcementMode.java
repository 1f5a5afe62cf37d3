package dev.tollgate.quota;

/** What a quota does about calls. */
public enum EnforcementMode {
    /** Tells, and lets every call through. */
    ALERT,
    /** Lets calls through at ever longer distances, from the warning threshold on. */
    THROTTLE,
    /** Refuses what does not fit into what is left. */
    BLOCK
}
