package dev.tollgate.apikey;

/**
 * A key just created or rotated, with its new secret. The secret is stored nowhere and cannot be shown again.
 *
 * @param key the key
 * @param secret the secret, {@code tg_…}
 */
public record IssuedApiKey(ApiKey key, String secret) implements Issuance {

    @Override
    public String toString() {
        return "IssuedApiKey[" + key + "]";
    }
}
