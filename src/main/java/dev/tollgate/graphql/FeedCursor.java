package dev.tollgate.graphql;

import dev.tollgate.core.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The cursor of a place in a feed: opaque to clients, the same for every subscription of an organization. */
public final class FeedCursor {

    private static final String PREFIX = "live:";

    private FeedCursor() {}

    /** The cursor of a place. */
    public static String of(long place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((PREFIX + place).getBytes(StandardCharsets.UTF_8));
    }

    /** The place; BAD_USER_INPUT naming {@code after} when it is no such cursor. */
    public static long place(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith(PREFIX)) {
                long place = Long.parseLong(text.substring(PREFIX.length()));
                if (place >= 0) {
                    return place;
                }
            }
        } catch (IllegalArgumentException _) {
            // Said below.
        }
        throw ProblemException.badInput("after", "That is not a cursor of the live feed.");
    }
}
