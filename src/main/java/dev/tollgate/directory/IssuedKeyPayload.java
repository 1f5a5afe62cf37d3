package dev.tollgate.directory;

import dev.tollgate.apikey.ApiKey;
import dev.tollgate.apikey.Issuance;
import dev.tollgate.apikey.IssuedApiKey;
import org.jspecify.annotations.Nullable;

/** The payload of the mutations that give out a secret. */
record IssuedKeyPayload(
        ApiKey apiKey, @Nullable String secret, @Nullable String clientMutationId) {

    static IssuedKeyPayload of(Issuance issuance, @Nullable String clientMutationId) {
        return switch (issuance) {
            case IssuedApiKey(var key, var secret) -> new IssuedKeyPayload(key, secret, clientMutationId);
            case Issuance.Repeated(var key) -> new IssuedKeyPayload(key, null, clientMutationId);
        };
    }

    @Override
    public String toString() {
        return "IssuedKeyPayload[" + apiKey + "]";
    }
}
