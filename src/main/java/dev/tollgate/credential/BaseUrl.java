package dev.tollgate.credential;

import dev.tollgate.core.ProblemException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Reads the address under which a provider's API is. */
final class BaseUrl {

    static final String FIELD = "baseUrl";

    private static final int LONGEST = 2_000;
    private static final int LAST_PORT = 65_535;
    private static final Set<String> SCHEMES = Set.of("https", "http");

    private BaseUrl() {}

    /** The address without a slash at its end; BAD_USER_INPUT, repeating nothing, when it cannot be one. */
    static URI parse(String text) {
        String stripped = text.strip().replaceFirst("/+$", "");
        URI uri = uri(stripped);
        if (stripped.length() > LONGEST || !isPlain(uri)) {
            throw malformed();
        }
        return uri;
    }

    /** A place below the address. */
    static URI resolve(URI base, String path) {
        return URI.create(base + path);
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException _) {
            throw malformed();
        }
    }

    private static boolean isPlain(URI uri) {
        return uri.getScheme() != null
                && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getPort() <= LAST_PORT;
    }

    private static ProblemException malformed() {
        return ProblemException.badInput(
                FIELD, "It must be an address such as https://api.example.com/v1, without user, query or fragment.");
    }
}
