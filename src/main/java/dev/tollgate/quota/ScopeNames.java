package dev.tollgate.quota;

import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Texts;
import java.util.Locale;

/** Names of teams, models and so on, in the form in which events are stored, so that both are found equal. */
final class ScopeNames {

    private static final int LONGEST = 200;

    private ScopeNames() {}

    /** The stored form; BAD_USER_INPUT on the field when no event could have it. */
    static String normalized(QuotaScope.Type type, String field, String value) {
        String stripped = value.strip();
        if (stripped.isEmpty()) {
            throw ProblemException.badInput(field, "It must not be blank.");
        }
        check(field, stripped, LONGEST);
        return type == QuotaScope.Type.PROVIDER ? stripped.toLowerCase(Locale.ROOT) : stripped;
    }

    static void check(String field, String text, int longest) {
        if (text.codePointCount(0, text.length()) > longest) {
            throw ProblemException.badInput(field, "It must have at most " + longest + " characters.");
        }
        if (!Texts.isShowable(text)) {
            throw ProblemException.badInput(field, "It must have no control characters and no halves of characters.");
        }
    }
}
