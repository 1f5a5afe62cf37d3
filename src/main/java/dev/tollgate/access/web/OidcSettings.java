package dev.tollgate.access.web;

import dev.tollgate.core.SettingException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * The OpenID Connect providers of the settings {@code TOLLGATE_OIDC_<NAME>_ISSUER}, {@code _CLIENT_ID}, {@code _CLIENT_SECRET} and
 * {@code _LABEL}. Nothing is asked of a provider here: whether it answers shows when somebody signs in.
 *
 * @param providers in the order of their names
 */
record OidcSettings(List<OidcProvider> providers) {

    private static final String PREFIX = "tollgate.oidc";
    private static final String ISSUER = "issuer";
    private static final String CLIENT_ID = "clientid";
    private static final String CLIENT_SECRET = "clientsecret";
    private static final String LABEL = "label";
    private static final Map<String, String> VARIABLES = Map.of(
            ISSUER, "ISSUER",
            CLIENT_ID, "CLIENT_ID",
            CLIENT_SECRET, "CLIENT_SECRET",
            LABEL, "LABEL");
    private static final Map<String, String> KNOWN_ISSUERS = Map.of("google", "https://accounts.google.com");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
    private static final int LONGEST_LABEL = 50;

    OidcSettings {
        providers = List.copyOf(providers);
    }

    /** Reads the settings; throws SettingException when one is missing, wrong or unknown. */
    static OidcSettings of(Environment environment) {
        Map<String, Map<String, String>> given = new TreeMap<>();
        Binder.get(environment)
                .bind(PREFIX, Bindable.mapOf(String.class, String.class))
                .orElseGet(Map::of)
                .forEach((key, value) -> sort(given, key, value));
        return new OidcSettings(given.entrySet().stream()
                .map(provider -> provider(provider.getKey(), provider.getValue()))
                .toList());
    }

    /** Takes {@code google.client.id}, as an environment variable is read, and {@code google.client-id} for the same. */
    private static void sort(Map<String, Map<String, String>> given, String key, String value) {
        int end = key.indexOf('.');
        String name = end < 0 ? key : key.substring(0, end);
        String setting = end < 0 ? "" : key.substring(end + 1);
        String plain = setting.replaceAll("[.-]", "").toLowerCase(Locale.ROOT);
        if (!VARIABLES.containsKey(plain)) {
            throw new SettingException(variable(name, setting)
                    + " is no setting: a provider has ISSUER, CLIENT_ID, CLIENT_SECRET and LABEL,"
                    + " and its name has no underscore.");
        }
        if (!NAME.matcher(name).matches()) {
            throw new SettingException(
                    variable(name, setting) + ": a provider's name has up to 32 letters, digits and hyphens.");
        }
        given.computeIfAbsent(name, _ -> new TreeMap<>()).put(plain, value.strip());
    }

    private static OidcProvider provider(String name, Map<String, String> given) {
        String issuer = given.getOrDefault(ISSUER, KNOWN_ISSUERS.getOrDefault(name, ""));
        String label = given.getOrDefault(LABEL, "");
        return new OidcProvider(
                name,
                label(name, label.isEmpty() ? StringUtils.capitalize(name) : label),
                issuer(name, needed(name, ISSUER, issuer)),
                needed(name, CLIENT_ID, given.get(CLIENT_ID)),
                needed(name, CLIENT_SECRET, given.get(CLIENT_SECRET)));
    }

    private static String needed(String name, String setting, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw new SettingException(variable(name, VARIABLES.getOrDefault(setting, setting))
                    + " is missing: a provider needs ISSUER, CLIENT_ID and CLIENT_SECRET.");
        }
        return value;
    }

    private static String label(String name, String label) {
        if (label.length() > LONGEST_LABEL || label.chars().anyMatch(Character::isISOControl)) {
            throw new SettingException(
                    variable(name, "LABEL") + " must be a name of up to " + LONGEST_LABEL + " characters.");
        }
        return label;
    }

    private static String issuer(String name, String issuer) {
        if (!isAddress(issuer)) {
            throw new SettingException(variable(name, "ISSUER")
                    + " must be an https:// address without a query, or http:// on this machine.");
        }
        return issuer;
    }

    private static boolean isAddress(String issuer) {
        try {
            URI uri = new URI(issuer);
            String host = uri.getHost();
            if (host == null) {
                return false;
            }
            boolean apart =
                    "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && LOOPBACK.contains(host));
            return apart && uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static String variable(String name, String setting) {
        String suffix = setting.isEmpty() ? "" : "_" + setting;
        return ("TOLLGATE_OIDC_" + name + suffix)
                .toUpperCase(Locale.ROOT)
                .replace('.', '_')
                .replace('-', '_');
    }
}
