package dev.tollgate.credential;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells names from secrets in the wrong field: what begins as keys of known makers do, is long, or has a long part that no one would
 * say aloud. Names of providers are short words, with digits at most at the end.
 */
final class SecretLooks {

    private static final int LONGEST_NAME = 40;

    private static final Pattern BEGINNING = Pattern.compile("sk-.{8,}|bearer .*|(?:eyj|aiza)[a-z\\d]{12,}.*"
            + "|(?:sk|pk|rk|gsk|r8|hf|ghp|gho|glpat|github_pat|pplx|nvapi|xai|whsec)[-_][a-z\\d]{12,}.*");

    /** As in hexadecimal or Base64: digits among letters, for long. */
    private static final Pattern RANDOM =
            Pattern.compile("(?=[a-z]*\\d)(?=\\d*[a-z])[a-z\\d]{16,}|[a-z\\d]{24,}|\\d{8,}");

    private SecretLooks() {}

    /** Whether it is rather a secret than a name. */
    static boolean has(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return lower.length() > LONGEST_NAME
                || BEGINNING.matcher(lower).matches()
                || RANDOM.matcher(lower).find();
    }
}
