package dev.tollgate.quota;

/** What became of a reservation that somebody settles or releases. */
public enum Ending {
    /** It is settled, now or before. */
    SETTLED,
    /** It is released, now or before. */
    RELEASED,
    /** There is no such reservation, or it is forgotten. */
    UNKNOWN
}
