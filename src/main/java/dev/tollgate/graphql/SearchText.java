package dev.tollgate.graphql;

import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Texts;
import org.jspecify.annotations.Nullable;

/** What is looked for in names. */
public final class SearchText {

    private static final int LONGEST = 200;

    private SearchText() {}

    /**
     * The text without space around it; null when nothing is asked for. BAD_USER_INPUT on the field when it is longer than any name,
     * or has what no name has.
     */
    public static @Nullable String of(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw ProblemException.badInput(field, "It must have at most " + LONGEST + " characters.");
        }
        if (!Texts.isShowable(text)) {
            throw ProblemException.badInput(field, "It must have no control characters and no halves of characters.");
        }
        return text.strip();
    }
}
