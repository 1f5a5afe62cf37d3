package dev.tollgate.quota;

import java.util.UUID;

/** Names a quota within its organization. */
public record QuotaId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
