package dev.tollgate.graphql;

import dev.tollgate.core.ProblemException;

/** How many rows a page may have. */
public final class PageSize {

    /** The most rows that any list gives at once. */
    public static final int LONGEST = 1_000;

    private PageSize() {}

    /** The number asked for; BAD_USER_INPUT on {@code first} unless it is from 1 to the limit, which is {@link #LONGEST} at most. */
    public static int of(int first, int limit) {
        if (first < 1 || first > limit) {
            throw ProblemException.badInput("first", "first must be from 1 to " + limit + ".");
        }
        return first;
    }
}
