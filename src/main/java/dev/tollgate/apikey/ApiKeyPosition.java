package dev.tollgate.apikey;

import dev.tollgate.core.ApiKeyId;
import java.time.Instant;

/** A key's place in the list of keys, newest first; of keys created at the same time the larger id is first. */
public record ApiKeyPosition(Instant createdAt, ApiKeyId id) {

    /** The place of this key. */
    public static ApiKeyPosition of(ApiKey key) {
        return new ApiKeyPosition(key.createdAt(), key.id());
    }
}
