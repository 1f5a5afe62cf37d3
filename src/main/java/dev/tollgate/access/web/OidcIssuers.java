package dev.tollgate.access.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The issuers behind the providers of the settings. An issuer is asked for its configuration when somebody first signs in with it, so
 * that one that is away stops no start; and no more than once in some seconds while it stays away, so that few wait for it.
 */
@Component
class OidcIssuers {

    private static final Logger log = LoggerFactory.getLogger(OidcIssuers.class);
    private static final ParameterizedTypeReference<Map<String, Object>> CONFIGURATION =
            new ParameterizedTypeReference<>() {};
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration AWAY = Duration.ofSeconds(5);

    private final List<OidcProvider> providers;
    private final Clock clock;
    private final RestClient http = OidcHttp.client().build();
    private final Cache<OidcProvider, Optional<OidcIssuer>> known = Caffeine.newBuilder()
            .expireAfter(Expiry.<OidcProvider, Optional<OidcIssuer>>writing(
                    (provider, issuer) -> issuer.isPresent() ? KEPT : AWAY))
            .build();

    OidcIssuers(OidcSettings settings, Clock clock) {
        this.providers = settings.providers();
        this.clock = clock;
    }

    List<OidcProvider> providers() {
        return providers;
    }

    /** Whether there is such a provider. */
    boolean knows(String provider) {
        return find(provider).isPresent();
    }

    /** The issuer of a provider; throws NOT_FOUND when there is no such provider, UNAVAILABLE when the issuer is away. */
    OidcIssuer get(String provider) {
        OidcProvider named = find(provider)
                .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND, "There is no such provider."));
        return known.get(named, this::discover)
                .orElseThrow(() -> ProblemException.retryLater(
                        ErrorCode.UNAVAILABLE, named.label() + " cannot be reached now.", AWAY));
    }

    private Optional<OidcProvider> find(String name) {
        return providers.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst();
    }

    private Optional<OidcIssuer> discover(OidcProvider provider) {
        try {
            Map<String, Object> configuration =
                    http.get().uri(address(provider.issuer())).retrieve().body(CONFIGURATION);
            return Optional.of(OidcIssuer.of(provider, configuration == null ? Map.of() : configuration, clock));
        } catch (RestClientException | IllegalArgumentException failure) {
            log.warn("The OpenID Connect provider {} cannot be used: {}", provider.name(), failure.getMessage());
            return Optional.empty();
        }
    }

    private static String address(String issuer) {
        String plain = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return plain + "/.well-known/openid-configuration";
    }
}
