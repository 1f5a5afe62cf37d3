package dev.tollgate.live;

/** What a tick is. */
public enum TickKind {
    /** Usage to be added to what was told before. */
    DELTA,
    /** Nothing happened for a while. */
    HEARTBEAT,
    /** The numbers since a time, in place of what was told of it before. */
    RESET
}
