package dev.tollgate.alert;

/** What ended an alert. */
public enum AlertEnding {
    /** Its condition no longer held. */
    CONDITION,
    /** Somebody resolved it. */
    PERSON,
    /** Its rule was switched off or taken away. */
    RULE
}
