package dev.tollgate.access;

import java.time.Instant;

/**
 * A secret that lets somebody in once. It is stored nowhere and cannot be shown again.
 *
 * @param token the secret
 * @param expiresAt until when it does
 */
public record IssuedLink(String token, Instant expiresAt) {

    @Override
    public String toString() {
        return "IssuedLink[" + expiresAt + "]";
    }
}
