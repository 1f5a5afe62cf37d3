package dev.tollgate.feature;

import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Texts;

/** Checks texts that are stored. */
final class FeatureText {

    /** As long as the feature of a usage event. */
    static final int LONGEST_NAME = 200;

    static final int LONGEST_MESSAGE = 1_000;

    private FeatureText() {}

    /** The text without white space around it; rejects, on the field, one that is blank, too long or cannot be stored. */
    static String checked(String field, String text, int longest) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.codePointCount(0, stripped.length()) > longest) {
            throw ProblemException.badInput(field, "It has 1 to " + longest + " characters.");
        }
        if (!Texts.isStorable(stripped)) {
            throw ProblemException.badInput(field, "It must not contain NUL or half of a character.");
        }
        return stripped;
    }
}
