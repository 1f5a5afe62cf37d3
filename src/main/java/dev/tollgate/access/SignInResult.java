package dev.tollgate.access;

import dev.tollgate.core.AccountId;
import java.time.Duration;

/** What came of an attempt to sign in. */
public sealed interface SignInResult {

    /** Email and password belong to this account. */
    record SignedIn(AccountId account) implements SignInResult {}

    /** There is no such account, or the password is wrong: it does not tell which. */
    record Refused() implements SignInResult {}

    /** Email and password belong to an account that may act in no organization: suspended, removed, or the organization is. */
    record Suspended() implements SignInResult {}

    /** Too many attempts went wrong; the next is taken after this time. */
    record Locked(Duration retryAfter) implements SignInResult {}
}
