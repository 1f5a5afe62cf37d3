package dev.tollgate.credential;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells names from secrets in the wrong field: what begins as keys of known makers do, is long, or has a long part that no one would
 * say aloud. Names of providers are short words, with digits at most at the end.
 */
final class SecretLooks {

    private static final int LONGEST_NAME = 40;

    private static final Pattern BEGINNING =
            Pattern.compile("(?:sk|pk|rk|api|key|gsk|xai|hf|r8|ghp|gho|github_pat|glpat|pplx|nvapi|aiza|akia|asia|eyj|whsec|tg|bearer)"
                    + "(?:[-_ .].{8,}|[a-z0-9]{12,})");

    /** As in hexadecimal or Base64: digits among letters, for long. */
    private static final Pattern RANDOM = Pattern.compile("(?=[a-z]*\\d)(?=\\d*[a-z])[a-z\\d]{16,}|[a-z\\d]{24,}|\\d{8,}");

    private SecretLooks() {}

    /** Whether it is rather a secret than a name. */
    static boolean has(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return lower.length() > LONGEST_NAME
                || BEGINNING.matcher(lower).matches()
                || RANDOM.matcher(lower).find();
    }
}
