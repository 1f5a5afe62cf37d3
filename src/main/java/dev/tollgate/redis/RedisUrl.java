package dev.tollgate.redis;

import dev.tollgate.core.SettingException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the value of TOLLGATE_REDIS_URL. */
final class RedisUrl {

    private static final int DEFAULT_PORT = 6379;
    private static final Set<String> SCHEMES = Set.of("redis", "rediss");

    private RedisUrl() {}

    /** The location; throws {@link SettingException} unless it is one URL or several, separated by commas. */
    static RedisLocation parse(String value) {
        List<URI> addresses = new ArrayList<>();
        String userInfo = null;
        for (String part : value.split(",", -1)) {
            URI url = url(part.strip());
            addresses.add(URI.create(url.getScheme() + "://" + url.getHost() + ":" + port(url)));
            userInfo = url.getUserInfo() == null ? userInfo : url.getUserInfo();
        }
        return signIn(addresses, userInfo);
    }

    /** {@code user:password}, or {@code :password} for the default user. */
    private static RedisLocation signIn(List<URI> addresses, @Nullable String userInfo) {
        if (userInfo == null) {
            return new RedisLocation(addresses, null, null);
        }
        int colon = userInfo.indexOf(':');
        String username = colon < 0 ? "" : userInfo.substring(0, colon);
        return new RedisLocation(addresses, username.isEmpty() ? null : username, userInfo.substring(colon + 1));
    }

    private static URI url(String text) {
        try {
            URI url = new URI(text);
            if (url.getScheme() != null && SCHEMES.contains(url.getScheme()) && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException _) {
            // Said below: the exception's own message would repeat the password.
        }
        throw new SettingException(
                "TOLLGATE_REDIS_URL must be redis://host:port or rediss://host:port, or several of them separated by commas for a cluster.");
    }

    private static int port(URI url) {
        return url.getPort() < 0 ? DEFAULT_PORT : url.getPort();
    }
}
