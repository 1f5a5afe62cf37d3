package dev.tollgate.core;

import java.util.UUID;

/** Names an API key within its organization, for the key's whole life, whatever its secret. */
public record ApiKeyId(UUID value) {

    /** Reads the canonical form of a UUID. */
    public static ApiKeyId of(String value) {
        return new ApiKeyId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
