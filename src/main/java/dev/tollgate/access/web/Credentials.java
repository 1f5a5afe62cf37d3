package dev.tollgate.access.web;

import org.jspecify.annotations.Nullable;

/** What somebody signs in with, as it was sent. */
record Credentials(@Nullable String email, @Nullable String password) {

    @Override
    public String toString() {
        return "Credentials[" + email + "]";
    }
}
