package dev.tollgate.credential;

import dev.tollgate.catalog.ProviderNames;
import dev.tollgate.core.ProblemException;
import java.util.regex.Pattern;

/** Checks what a credential is given. What is wrong is never repeated: it may be a secret in the wrong place. */
final class SecretText {

    /** What goes into an HTTP header as it is. */
    private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]{8,4096}");

    private static final Pattern PROVIDER = Pattern.compile("[a-z0-9][a-z0-9._/-]{0,99}");

    private SecretText() {}

    /** The secret without white space around it. */
    static String secret(String text) {
        String stripped = text.strip();
        if (!SECRET.matcher(stripped).matches()) {
            throw ProblemException.badInput("secret", "A secret has 8 to 4096 printable ASCII characters, no spaces.");
        }
        return stripped;
    }

    /** The one name of the provider that was named so; a secret in its place is refused, for names are shown and recorded. */
    static String provider(String sent, String secret) {
        String name = ProviderNames.normalize(sent);
        if (!ProviderNames.isWellKnown(name) && (SecretLooks.has(sent) || name.equalsIgnoreCase(secret.strip()))) {
            throw ProblemException.badInput(
                    "provider", "This looks like a secret, not like a provider's name: give the provider's name here.");
        }
        if (!PROVIDER.matcher(name).matches()) {
            throw ProblemException.badInput(
                    "provider",
                    "A provider's name has 1 to 100 letters, digits, dots, hyphens, slashes or underscores.");
        }
        return name;
    }
}
