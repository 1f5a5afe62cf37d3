package dev.tollgate.credential;

/** Who has the contract with the provider, and so pays it. */
public enum CredentialSource {
    /** Who runs this installation. */
    PLATFORM,
    /** The organization. */
    OWN
}
