package dev.tollgate.core;

/** The stable codes of everything that can go wrong, the same in GraphQL ({@code extensions.code}) and HTTP problems. */
public enum ErrorCode {
    /** Nobody is signed in, or the credential is not valid. */
    UNAUTHENTICATED,
    /** The viewer may not do this. */
    FORBIDDEN,
    /** There is no such thing, or not for this viewer. */
    NOT_FOUND,
    /** The input is wrong; the field is named. */
    BAD_USER_INPUT,
    /** It contradicts the present state. */
    CONFLICT,
    /** A quota is used up. */
    QUOTA_EXCEEDED,
    /** The feature is switched off. */
    FEATURE_DISABLED,
    /** The question would cost more than is allowed. */
    TOO_COMPLEX,
    /** Too many calls in too short a time. */
    RATE_LIMITED,
    /** A part is away; try again. */
    UNAVAILABLE,
    /** A defect; only a reference id is shown. */
    INTERNAL
}
