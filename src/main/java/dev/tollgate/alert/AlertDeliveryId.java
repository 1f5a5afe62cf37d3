package dev.tollgate.alert;

import java.util.UUID;

/** Names a delivery within its organization. */
public record AlertDeliveryId(UUID value) {

    /** A new one. */
    static AlertDeliveryId random() {
        return new AlertDeliveryId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
