package dev.tollgate.organization;

import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Texts;

/** Checks names. */
final class UnitText {

    private UnitText() {}

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
