package dev.tollgate.access.web;

import org.jspecify.annotations.Nullable;

/** What somebody sends who comes by a link. */
record LinkBody(
        @Nullable String token,
        @Nullable String name,
        @Nullable String password) {

    @Override
    public String toString() {
        return "LinkBody[…]";
    }
}
