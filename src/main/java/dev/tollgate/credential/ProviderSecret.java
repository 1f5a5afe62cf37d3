package dev.tollgate.credential;

import java.net.URI;

/**
 * A secret in the clear: for the one who makes the call, never to be logged, kept or shown.
 *
 * @param provider the provider's one name
 * @param version which of its credential's secrets it is
 * @param baseUrl where alone it may be sent
 * @param value the secret
 */
public record ProviderSecret(String provider, int version, URI baseUrl, String value) {

    @Override
    public String toString() {
        return "ProviderSecret[" + provider + ", " + version + ", " + baseUrl + "]";
    }
}
