package dev.tollgate.credential;

import org.jspecify.annotations.Nullable;

/** What there is to make a call to a provider with. */
public sealed interface SecretAnswer {

    /**
     * A secret.
     *
     * @param credential whose it is
     * @param secret the present secret
     * @param previous the secret before, which the provider may still take; null when there is none, or its time is over
     */
    record Usable(
            CredentialId credential,
            ProviderSecret secret,
            @Nullable ProviderSecret previous) implements SecretAnswer {}

    /** A credential with which no calls are made at present. */
    record Disabled(CredentialId credential, DisabledReason reason) implements SecretAnswer {}

    /** No credential for the provider. */
    record Missing() implements SecretAnswer {}
}
