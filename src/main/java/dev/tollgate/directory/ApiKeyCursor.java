package dev.tollgate.directory;

import dev.tollgate.apikey.ApiKey;
import dev.tollgate.apikey.ApiKeyPosition;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.graphql.Cursors;
import java.util.List;

/** A key's place in the list, as clients hand it back. */
final class ApiKeyCursor {

    private ApiKeyCursor() {}

    static String of(ApiKey key) {
        return Cursors.encode(key.createdAt().toString(), key.id().toString());
    }

    static ApiKeyPosition parse(String cursor) {
        List<String> parts = Cursors.decode(cursor, 2);
        try {
            return new ApiKeyPosition(Cursors.moment(parts.getFirst()), ApiKeyId.of(parts.getLast()));
        } catch (IllegalArgumentException e) {
            throw Cursors.malformed(e);
        }
    }
}
