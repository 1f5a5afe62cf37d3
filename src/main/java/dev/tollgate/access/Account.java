package dev.tollgate.access;

import dev.tollgate.core.AccountId;

/**
 * A person who can sign in.
 *
 * @param id its id
 * @param email the login name, in lower case
 * @param name the name shown to others
 */
public record Account(AccountId id, String email, String name) {}
