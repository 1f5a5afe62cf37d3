package dev.tollgate.access.web;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * What an issuer says of itself, and who checks its tokens.
 *
 * @param registration where it is asked what, and as whom
 * @param tokens takes its ID tokens, for this client and this time, with signatures by keys that it publishes
 */
record OidcIssuer(ClientRegistration registration, JwtDecoder tokens) {

    /** Signatures by a key pair: with none of them could whoever reads a key make a token. */
    private static final Set<JWSAlgorithm> SIGNATURES = Stream.concat(
                    JWSAlgorithm.Family.RSA.stream(), JWSAlgorithm.Family.EC.stream())
            .collect(Collectors.toUnmodifiableSet());

    /** Throws IllegalArgumentException when the configuration is none, or another issuer's. */
    static OidcIssuer of(OidcProvider provider, Map<String, Object> configuration, Clock clock) {
        if (!provider.issuer().equals(configuration.get("issuer"))) {
            throw new IllegalArgumentException("its configuration names another issuer");
        }
        ClientRegistration registration = ClientRegistrations.fromOidcConfiguration(configuration)
                .registrationId(provider.name())
                .clientName(provider.label())
                .clientId(provider.clientId())
                .clientSecret(provider.clientSecret())
                .redirectUri("{baseUrl}/oidc/{registrationId}/callback")
                .scope("openid", "profile", "email")
                .build();
        return new OidcIssuer(registration, decoder(registration, clock));
    }

    /** The registration would tell the client's secret. */
    @Override
    public String toString() {
        return "OidcIssuer[" + registration.getRegistrationId() + "]";
    }

    private static JwtDecoder decoder(ClientRegistration registration, Clock clock) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                SIGNATURES, keys(registration.getProviderDetails().getJwkSetUri())));
        // The validator below looks at the claims, and at more of them.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        OidcIdTokenValidator validator = new OidcIdTokenValidator(registration);
        validator.setClock(clock);
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(validator);
        return decoder;
    }

    private static JWKSource<SecurityContext> keys(@Nullable String address) {
        if (address == null) {
            throw new IllegalArgumentException("it publishes no keys");
        }
        try {
            return JWKSourceBuilder.create(URI.create(address).toURL(), OidcHttp.keySets())
                    .refreshAheadCache(false)
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("its keys have no address", e);
        }
    }
}
