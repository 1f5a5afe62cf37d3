package dev.tollgate.access;

import dev.tollgate.core.AccountId;
import dev.tollgate.core.OrganizationId;
import org.jspecify.annotations.Nullable;

/** What came of signing in with an identity. */
public sealed interface IdentitySignInResult {

    /**
     * The identity is this account's.
     *
     * @param organization the organization just joined by invitation; null: the one that the person's sessions begin in
     */
    record SignedIn(AccountId account, @Nullable OrganizationId organization) implements IdentitySignInResult {}

    /** Nobody is signed in. */
    record Refused(Reason reason) implements IdentitySignInResult {}

    /** Why nobody is signed in: stable codes, shown to the person. */
    enum Reason {
        /** Nobody here has the identity or its address, and no invitation came with it. */
        NOT_INVITED,
        /** There may be an account with the address, but the issuer has not made sure that it is the person's. */
        EMAIL_NOT_VERIFIED,
        /** The person may act in no organization now. */
        SUSPENDED,
        /** The account with the address belongs to another identity of the same issuer. */
        OTHER_IDENTITY,
        /** The invitation is unknown, used or expired. */
        INVITATION_INVALID,
        /** The invitation is for somebody else. */
        INVITATION_FOR_ANOTHER,
        /** The invited address has an account already, which this identity does not prove to be the person's. */
        ACCOUNT_EXISTS
    }
}
