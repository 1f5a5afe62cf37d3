package dev.tollgate.alert;

import org.jspecify.annotations.Nullable;

/** Which deliveries: those that fit every part that is not null. */
public record DeliveryFilter(
        @Nullable AlertId alert,
        @Nullable AlertDestinationId destination,
        @Nullable DeliveryStatus status) {

    /** Every delivery. */
    public static final DeliveryFilter ALL = new DeliveryFilter(null, null, null);
}
