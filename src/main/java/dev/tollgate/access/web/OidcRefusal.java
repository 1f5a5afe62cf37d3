package dev.tollgate.access.web;

/**
 * Why a sign-in did not get as far as asking whose account it is: stable codes, shown to the person beside those of
 * {@code IdentitySignInResult}.
 */
enum OidcRefusal {
    /** It was begun in another browser or too long ago, or was answered before. */
    EXPIRED,
    /** The person did not want to, at the issuer. */
    CANCELLED,
    /** The issuer is away, refused, or answered with what cannot be trusted. */
    PROVIDER_FAILED
}
