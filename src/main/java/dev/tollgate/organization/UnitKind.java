package dev.tollgate.organization;

/** What a part of an organization is. */
public enum UnitKind {
    /** People who work together. */
    TEAM,
    /** What they work on. */
    PROJECT,
    /** Who pays. */
    COST_CENTER
}
