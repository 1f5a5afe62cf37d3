package dev.tollgate.apikey;

/** What came of a request for a secret. */
public sealed interface Issuance permits IssuedApiKey, Issuance.Repeated {

    /** The key. */
    ApiKey key();

    /**
     * The request was sent before and is done already. Its secret cannot be shown again: who did not get it rotates the key.
     *
     * @param key the key as it is now
     */
    record Repeated(ApiKey key) implements Issuance {}
}
