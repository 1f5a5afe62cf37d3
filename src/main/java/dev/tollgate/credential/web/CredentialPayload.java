package dev.tollgate.credential.web;

import dev.tollgate.credential.ProviderCredential;

/** The payload of the mutations that leave a credential. */
record CredentialPayload(ProviderCredential providerCredential) {}
