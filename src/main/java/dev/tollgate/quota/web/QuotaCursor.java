package dev.tollgate.quota.web;

import dev.tollgate.graphql.Cursors;
import dev.tollgate.quota.Quota;
import dev.tollgate.quota.QuotaId;
import dev.tollgate.quota.QuotaPosition;
import java.util.List;
import java.util.UUID;

/** A quota's place in the list, as clients hand it back. */
final class QuotaCursor {

    private QuotaCursor() {}

    static String of(Quota quota) {
        return Cursors.encode(quota.name(), quota.id().toString());
    }

    static QuotaPosition parse(String cursor) {
        List<String> parts = Cursors.decode(cursor, 2);
        try {
            return new QuotaPosition(parts.getFirst(), new QuotaId(UUID.fromString(parts.getLast())));
        } catch (IllegalArgumentException e) {
            throw Cursors.malformed(e);
        }
    }
}
