package dev.tollgate.alert;

import java.util.UUID;

/** Names an alert within its organization. */
public record AlertId(UUID value) {

    /** A new one. */
    static AlertId random() {
        return new AlertId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
