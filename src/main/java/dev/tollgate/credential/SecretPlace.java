package dev.tollgate.credential;

import dev.tollgate.core.OrganizationId;

/** Whose secrets. What is encrypted for one place opens at no other. */
record SecretPlace(OrganizationId organization, CredentialId credential) {

    String keyContext() {
        return "tollgate data key 1\n" + organization + "\n" + credential;
    }

    /** The address comes last: all before it has no line break. */
    String secretContext(ProviderSecret secret) {
        return secretContext(secret.version(), secret.baseUrl().toString());
    }

    String secretContext(int version, String baseUrl) {
        return "tollgate provider secret 1\n" + organization + "\n" + credential + "\n" + version + "\n" + baseUrl;
    }
}
