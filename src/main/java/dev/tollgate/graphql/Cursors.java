package dev.tollgate.graphql;

import dev.tollgate.core.ProblemException;
import dev.tollgate.core.TimeWindow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Opaque cursors: the parts of a row's key, in a form that clients do not take apart. */
public final class Cursors {

    private static final String SEPARATOR = "\u001f";
    private static final TimeWindow STORABLE = new TimeWindow(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));

    private Cursors() {}

    /** The cursor of a row with these key parts, whatever is in them but NUL. */
    public static String encode(String... parts) {
        String text = Arrays.stream(parts).map(Cursors::escape).collect(Collectors.joining(SEPARATOR));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The key parts of a cursor; BAD_USER_INPUT on {@code after} unless it has so many, with nothing that no key has. */
    public static List<String> decode(String cursor, int parts) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> values = Arrays.stream(text.split(SEPARATOR, -1))
                    .map(Cursors::unescape)
                    .toList();
            if (values.size() == parts && text.indexOf('\0') < 0) {
                return values;
            }
        } catch (IllegalArgumentException e) {
            throw malformed(e);
        }
        throw malformed(null);
    }

    /** A time that was made a key part by {@link Instant#toString}; BAD_USER_INPUT on {@code after} when it is none that is stored. */
    public static Instant moment(String part) {
        try {
            Instant moment = Instant.parse(part);
            if (STORABLE.contains(moment)) {
                return moment;
            }
        } catch (DateTimeParseException e) {
            throw malformed(e);
        }
        throw malformed(null);
    }

    private static String escape(String part) {
        return part.replace("%", "%25").replace(SEPARATOR, "%1f");
    }

    private static String unescape(String part) {
        return part.replace("%1f", SEPARATOR).replace("%25", "%");
    }

    /** BAD_USER_INPUT on {@code after}: whatever the text is, no list here gave it out. */
    public static ProblemException malformed(@Nullable Throwable cause) {
        return ProblemException.badInput("after", "The cursor is not one that was given out here.", cause);
    }
}
