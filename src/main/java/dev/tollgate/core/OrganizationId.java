package dev.tollgate.core;

import java.util.UUID;

/** Names an organization: the tenant, and the first part of every tenant table's key. */
public record OrganizationId(UUID value) {

    /** Reads the canonical form of a UUID. */
    public static OrganizationId of(String value) {
        return new OrganizationId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
