package dev.tollgate.feature;

import dev.tollgate.core.ProblemException;

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
        if (!stripped.codePoints().allMatch(FeatureText::isStorable)) {
            throw ProblemException.badInput(field, "It must not contain NUL or half of a character.");
        }
        return stripped;
    }

    private static boolean isStorable(int codePoint) {
        return codePoint != 0 && (codePoint > Character.MAX_VALUE || !Character.isSurrogate((char) codePoint));
    }
}
