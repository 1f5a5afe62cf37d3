package dev.tollgate.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps a sign-in that was begun with the browser that began it. Not in its session: that cookie stays home when another site leads here
 * ({@code SameSite=Strict}), which is how the issuer's answer comes. Whoever can plant a cookie could plant one of a session as well, so
 * that nothing is won by keeping the attempt on the server and giving the browser its id.
 */
@Component
class OidcAttempts {

    static final String COOKIE = "tollgate_oidc";
    static final Duration LIFE = Duration.ofMinutes(10);

    private final JsonMapper json;
    private final Clock clock;

    OidcAttempts(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    ResponseCookie keep(HttpServletRequest request, OidcAttempt attempt) {
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(json.writeValueAsBytes(attempt));
        return cookie(request, value, LIFE);
    }

    /** The cookie that takes the attempt away again: it is good for one answer. */
    ResponseCookie forget(HttpServletRequest request) {
        return cookie(request, "", Duration.ZERO);
    }

    /** The attempt that this browser began with the provider; empty when there is none that still holds. */
    Optional<OidcAttempt> find(HttpServletRequest request, String provider) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return Optional.ofNullable(cookie)
                .flatMap(found -> read(found.getValue()))
                .filter(attempt -> attempt.provider().equals(provider))
                .filter(attempt -> clock.instant().isBefore(attempt.expiresAt()));
    }

    private Optional<OidcAttempt> read(String value) {
        try {
            return Optional.ofNullable(json.readValue(Base64.getUrlDecoder().decode(value), OidcAttempt.class));
        } catch (IllegalArgumentException | JacksonException _) {
            return Optional.empty();
        }
    }

    private static ResponseCookie cookie(HttpServletRequest request, String value, Duration life) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/oidc")
                .maxAge(life)
                .build();
    }
}
