package dev.tollgate.credential;

/** Whether calls are made with a credential. */
public enum CredentialStatus {
    /** They are. */
    ACTIVE,
    /** They are not. */
    DISABLED
}
