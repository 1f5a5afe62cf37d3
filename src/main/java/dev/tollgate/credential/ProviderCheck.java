package dev.tollgate.credential;

/**
 * Finds out whether a provider accepts a secret. A bean of this type takes the place of the one that is there for providers with an
 * HTTP API, for those providers that it says; the first by order that does is asked.
 */
public interface ProviderCheck {

    /** Whether this is the check for a provider, by its one name. */
    boolean isFor(String provider);

    /**
     * Returns when the provider accepts the secret.
     *
     * @throws dev.tollgate.core.ProblemException BAD_USER_INPUT naming the field {@code secret} or {@code baseUrl}, or UNAVAILABLE
     *     when the provider cannot say; the message holds nothing of what the provider answered, which may repeat the secret
     */
    void check(ProviderSecret secret);
}
