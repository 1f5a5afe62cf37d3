package dev.tollgate.access.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Tells who somebody is from the ID token, and asks the issuer for the address where the token does not have it. */
@Component
class OidcUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private static final ParameterizedTypeReference<Map<String, Object>> CLAIMS = new ParameterizedTypeReference<>() {};

    private final RestClient http = OidcHttp.client().build();

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcIdToken token = request.getIdToken();
        String address = request.getClientRegistration()
                .getProviderDetails()
                .getUserInfoEndpoint()
                .getUri();
        if (token.getEmail() != null || address == null) {
            return new DefaultOidcUser(List.of(new OidcUserAuthority(token)), token);
        }
        OidcUserInfo info =
                new OidcUserInfo(ask(address, request.getAccessToken().getTokenValue()));
        if (!Objects.equals(token.getSubject(), info.getSubject())) {
            throw failure("the issuer told of somebody else");
        }
        return new DefaultOidcUser(List.of(new OidcUserAuthority(token, info)), token, info);
    }

    private Map<String, Object> ask(String address, String accessToken) {
        try {
            Map<String, Object> claims = http.get()
                    .uri(address)
                    .headers(headers -> headers.setBearerAuth(accessToken))
                    .retrieve()
                    .body(CLAIMS);
            if (claims == null || claims.isEmpty()) {
                throw failure("the issuer told nothing of the person");
            }
            return claims;
        } catch (RestClientException e) {
            OAuth2AuthenticationException failure = failure("the issuer does not tell who the person is");
            failure.initCause(e);
            throw failure;
        }
    }

    private static OAuth2AuthenticationException failure(String what) {
        return new OAuth2AuthenticationException(new OAuth2Error("invalid_user_info_response"), what);
    }
}
