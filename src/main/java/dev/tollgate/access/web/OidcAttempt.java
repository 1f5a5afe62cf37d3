package dev.tollgate.access.web;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that was begun in a browser, which keeps it in a cookie until it comes back from the issuer.
 *
 * @param provider the provider's name
 * @param state what the issuer gives back, so that nobody else's answer is taken
 * @param nonce what the token must hold the hash of, so that no other token is taken
 * @param verifier what only this browser can show for the code (PKCE)
 * @param redirectUri where the issuer was told to lead back to
 * @param returnTo the page to go on to
 * @param invitation the secret of the invitation that the person follows; null when they follow none
 * @param expiresAt until when the issuer's answer is taken
 */
record OidcAttempt(
        String provider,
        String state,
        String nonce,
        String verifier,
        String redirectUri,
        String returnTo,
        @Nullable String invitation,
        Instant expiresAt) {

    /** The browser may send anything. */
    OidcAttempt {
        Objects.requireNonNull(provider);
        Objects.requireNonNull(state);
        Objects.requireNonNull(nonce);
        Objects.requireNonNull(verifier);
        Objects.requireNonNull(redirectUri);
        Objects.requireNonNull(expiresAt);
        if (!LocalPage.is(returnTo)) {
            throw new IllegalArgumentException("this is no page of ours");
        }
    }

    @Override
    public String toString() {
        return "OidcAttempt[" + provider + "]";
    }
}
