package dev.tollgate.apikey;

import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Texts;
import org.jspecify.annotations.Nullable;

/** Checks the names that a key is given. */
final class KeyText {

    private static final int LONGEST = 200;

    private KeyText() {}

    static @Nullable String optional(String field, @Nullable String value) {
        return value == null ? null : required(field, value, LONGEST);
    }

    static String required(String field, String value) {
        return required(field, value, LONGEST);
    }

    /** The value without white space around it; BAD_USER_INPUT when it is blank, too long or cannot be shown. */
    static String required(String field, String value, int longest) {
        String stripped = value.strip();
        if (stripped.isEmpty() || stripped.codePointCount(0, stripped.length()) > longest) {
            throw ProblemException.badInput(field, "A name has 1 to " + longest + " characters.");
        }
        if (!Texts.isShowable(stripped)) {
            throw ProblemException.badInput(field, "A name has no control characters.");
        }
        return stripped;
    }
}
