package dev.tollgate.alert;

import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Texts;

/** Checks texts that are stored and shown. */
final class AlertText {

    private static final int LONGEST_NAME = 100;

    private AlertText() {}

    /** The name without white space around it; BAD_USER_INPUT when it is blank, too long or cannot be shown. */
    static String name(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.codePointCount(0, stripped.length()) > LONGEST_NAME) {
            throw ProblemException.badInput("name", "A name has 1 to " + LONGEST_NAME + " characters.");
        }
        if (!Texts.isShowable(stripped)) {
            throw ProblemException.badInput("name", "A name has no control characters.");
        }
        return stripped;
    }
}
