package dev.tollgate.access.web;

import dev.tollgate.access.ExternalIdentity;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Asks issuers who somebody is: authorization code with PKCE, state and nonce. The protocol is Spring Security's, without its filters,
 * which would keep who is signed in in the session beside us.
 */
@Component
class OidcExchange {

    private final OidcIssuers issuers;
    private final DefaultOAuth2AuthorizationRequestResolver requests;
    private final OidcAuthorizationCodeAuthenticationProvider protocol;
    private final Clock clock;

    OidcExchange(OidcIssuers issuers, OidcUsers users, Clock clock) {
        this.issuers = issuers;
        this.clock = clock;
        this.requests = new DefaultOAuth2AuthorizationRequestResolver(
                name -> issuers.get(name).registration(), "/oidc");
        this.requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        this.protocol = new OidcAuthorizationCodeAuthenticationProvider(tokenClient(), users);
        this.protocol.setJwtDecoderFactory(
                registration -> issuers.get(registration.getRegistrationId()).tokens());
    }

    /** A sign-in that begins, and the issuer's page that it goes on at. */
    record Begun(OidcAttempt attempt, String location) {}

    /** Begins a sign-in; throws NOT_FOUND and UNAVAILABLE as {@link OidcIssuers#get}. */
    Begun begin(HttpServletRequest request, String provider, String returnTo, @Nullable String invitation) {
        OAuth2AuthorizationRequest begun = Objects.requireNonNull(requests.resolve(request, provider));
        OidcAttempt attempt = new OidcAttempt(
                provider,
                Objects.requireNonNull(begun.getState()),
                attribute(begun, OidcParameterNames.NONCE),
                attribute(begun, PkceParameterNames.CODE_VERIFIER),
                Objects.requireNonNull(begun.getRedirectUri()),
                returnTo,
                invitation,
                clock.instant().plus(OidcAttempts.LIFE));
        return new Begun(attempt, begun.getAuthorizationRequestUri());
    }

    /**
     * Exchanges the code that the issuer gave for who the person is.
     *
     * @throws AuthenticationException when the issuer is away, refuses, or sends a token that is not for us, not for now or not for
     *     this attempt
     */
    ExternalIdentity finish(OidcAttempt attempt, String code, String state) {
        ClientRegistration registration = issuers.get(attempt.provider()).registration();
        OAuth2AuthorizationExchange exchange = new OAuth2AuthorizationExchange(
                request(attempt, registration),
                OAuth2AuthorizationResponse.success(code)
                        .redirectUri(attempt.redirectUri())
                        .state(state)
                        .build());
        if (protocol.authenticate(new OAuth2LoginAuthenticationToken(registration, exchange))
                        instanceof OAuth2LoginAuthenticationToken token
                && token.getPrincipal() instanceof OidcUser user) {
            return identity(registration, user);
        }
        throw new AuthenticationServiceException("the issuer named nobody");
    }

    private static OAuth2AuthorizationRequest request(OidcAttempt attempt, ClientRegistration registration) {
        Map<String, Object> kept =
                Map.of(OidcParameterNames.NONCE, attempt.nonce(), PkceParameterNames.CODE_VERIFIER, attempt.verifier());
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .clientId(registration.getClientId())
                .redirectUri(attempt.redirectUri())
                .scopes(registration.getScopes())
                .state(attempt.state())
                .attributes(attributes -> attributes.putAll(kept))
                .build();
    }

    private static ExternalIdentity identity(ClientRegistration registration, OidcUser user) {
        return new ExternalIdentity(
                registration.getRegistrationId(),
                Objects.requireNonNull(registration.getProviderDetails().getIssuerUri()),
                Objects.requireNonNull(user.getSubject()),
                user.getEmail(),
                Boolean.TRUE.equals(user.getEmailVerified()),
                user.getFullName());
    }

    private static String attribute(OAuth2AuthorizationRequest request, String name) {
        return String.valueOf(Objects.requireNonNull(request.<Object>getAttribute(name)));
    }

    private static RestClientAuthorizationCodeTokenResponseClient tokenClient() {
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(OidcHttp.client()
                .configureMessageConverters(converters -> converters
                        .registerDefaults()
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }
}
