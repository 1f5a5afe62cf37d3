package dev.tollgate.redis;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where Redis is and how to sign in there.
 *
 * @param addresses {@code redis://host:port} or {@code rediss://host:port}, at least one; several are nodes of a cluster
 * @param username the user; null: the default one
 * @param password the password; null when none is needed
 */
public record RedisLocation(
        List<URI> addresses,
        @Nullable String username,
        @Nullable String password) {

    /** Rejects a location with no address. */
    public RedisLocation {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("Redis needs an address");
        }
    }

    @Override
    public String toString() {
        return "RedisLocation" + addresses;
    }
}
