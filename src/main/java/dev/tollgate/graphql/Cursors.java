package dev.tollgate.graphql;

import dev.tollgate.core.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opaque cursors: the parts of a row's key, in a form that clients do not take apart. */
public final class Cursors {

    private static final String SEPARATOR = "\u001f";

    private Cursors() {}

    /** The cursor of a row with these key parts; none may hold the unit separator U+001F. */
    public static String encode(String... parts) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /** The key parts of a cursor; BAD_USER_INPUT on {@code after} unless it has exactly so many. */
    public static List<String> decode(String cursor, int parts) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> values = List.of(text.split(SEPARATOR, -1));
            if (values.size() == parts) {
                return values;
            }
        } catch (IllegalArgumentException e) {
            throw malformed(e);
        }
        throw malformed(null);
    }

    private static ProblemException malformed(@Nullable Throwable cause) {
        ProblemException problem = ProblemException.badInput("after", "The cursor is not one that was given out here.");
        problem.initCause(cause);
        return problem;
    }
}
