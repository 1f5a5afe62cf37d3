package dev.tollgate.access;

import dev.tollgate.core.ProblemException;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants pages to look, in every browser that they sign in with.
 *
 * @param locale the language tag (BCP 47) by which numbers and dates are written; null: the browser's
 * @param colorScheme light or dark; null: the system's
 */
public record Preferences(@Nullable String locale, @Nullable ColorScheme colorScheme) {

    /** Of who has said nothing. */
    public static final Preferences NONE = new Preferences(null, null);

    private static final int LONGEST_TAG = 35;

    /** Light or dark. */
    public enum ColorScheme {
        /** Dark on light. */
        LIGHT,
        /** Light on dark. */
        DARK
    }

    /** Throws BAD_USER_INPUT when the locale is no language tag. */
    public Preferences {
        locale = locale == null ? null : tag(locale);
    }

    /** By field, for the audit trail; what is not chosen is left out. */
    Map<String, ?> fields() {
        Map<String, Object> chosen = new TreeMap<>();
        if (locale != null) {
            chosen.put("locale", locale);
        }
        if (colorScheme != null) {
            chosen.put("colorScheme", colorScheme);
        }
        return chosen;
    }

    private static String tag(String locale) {
        try {
            Locale read = new Locale.Builder().setLanguageTag(locale.strip()).build();
            if (!read.getLanguage().isEmpty() && locale.length() <= LONGEST_TAG) {
                return read.toLanguageTag();
            }
        } catch (IllformedLocaleException _) {
            // Said below.
        }
        throw ProblemException.badInput("locale", "A locale is a language tag, such as en-GB or de.");
    }
}
