package dev.tollgate.alert;

import java.util.UUID;

/** Names a destination of alerts within its organization. */
public record AlertDestinationId(UUID value) {

    /** A new one. */
    static AlertDestinationId random() {
        return new AlertDestinationId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
