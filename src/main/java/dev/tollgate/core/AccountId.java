package dev.tollgate.core;

import java.util.UUID;

/** Names a person who can sign in, in all organizations. */
public record AccountId(UUID value) {

    /** Reads the canonical form of a UUID. */
    public static AccountId of(String value) {
        return new AccountId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
