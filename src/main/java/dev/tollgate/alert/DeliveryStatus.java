package dev.tollgate.alert;

/** What became of a delivery. */
public enum DeliveryStatus {
    /** It is to be tried, for the first time or again. */
    PENDING,
    /** The destination has taken it. */
    DELIVERED,
    /** It is tried no more. */
    FAILED
}
