package dev.tollgate.core;

/** Where token counts come from. The order is stored: append only. */
public enum TokenProvenance {
    /** The provider reported them. */
    PROVIDER,
    /** Somebody estimated them. */
    ESTIMATED,
    /** There are none. */
    MISSING
}
