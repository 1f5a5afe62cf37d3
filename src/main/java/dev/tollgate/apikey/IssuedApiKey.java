package dev.tollgate.apikey;

/**
 * A key just created, with its secret. The secret is stored nowhere and cannot be shown again.
 *
 * @param key the key
 * @param secret the secret, {@code tg_…}
 */
public record IssuedApiKey(ApiKey key, String secret) {

    @Override
    public String toString() {
        return "IssuedApiKey[" + key + "]";
    }
}
