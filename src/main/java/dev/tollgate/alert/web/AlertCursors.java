package dev.tollgate.alert.web;

import dev.tollgate.alert.NamePosition;
import dev.tollgate.alert.TimePosition;
import dev.tollgate.graphql.Cursors;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Places in lists, as clients hand them back. */
final class AlertCursors {

    private AlertCursors() {}

    static String of(String name, UUID id) {
        return Cursors.encode(name, id.toString());
    }

    static String of(Instant at, UUID id) {
        return Cursors.encode(at.toString(), id.toString());
    }

    static @Nullable NamePosition name(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursors.decode(cursor, 2);
        return new NamePosition(parts.getFirst(), id(parts.getLast()));
    }

    static @Nullable TimePosition time(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursors.decode(cursor, 2);
        return new TimePosition(Cursors.moment(parts.getFirst()), id(parts.getLast()));
    }

    private static UUID id(String part) {
        return AlertIds.uuid(part).orElseThrow(() -> Cursors.malformed(null));
    }
}
