package dev.tollgate.analytics;

/** Which way a number changed. */
public enum Direction {
    /** It rose. */
    UP,
    /** It fell. */
    DOWN,
    /** It did not change. */
    UNCHANGED;

    static Direction of(int sign) {
        return sign > 0 ? UP : sign < 0 ? DOWN : UNCHANGED;
    }
}
