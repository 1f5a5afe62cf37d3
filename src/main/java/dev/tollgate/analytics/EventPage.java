package dev.tollgate.analytics;

import dev.tollgate.graphql.Cursors;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of single events, newest first.
 *
 * @param first how many
 * @param after the place after which it begins; null: at the newest
 */
public record EventPage(int first, @Nullable Position after) {

    /**
     * The place of an event in the list.
     *
     * @param occurredAt when it occurred
     * @param id its id
     */
    public record Position(Instant occurredAt, String id) {

        /** The form that clients see. */
        public String cursor() {
            return Cursors.encode(occurredAt.toString(), id);
        }

        /** Reads {@link #cursor}; BAD_USER_INPUT on {@code after} when it is nothing of the kind. */
        public static Position of(String cursor) {
            List<String> parts = Cursors.decode(cursor, 2);
            return new Position(Cursors.moment(parts.getFirst()), parts.getLast());
        }
    }
}
