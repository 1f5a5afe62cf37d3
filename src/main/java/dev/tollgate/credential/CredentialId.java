package dev.tollgate.credential;

import java.util.UUID;

/** Names a provider credential within its organization, whatever its secret. */
public record CredentialId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
