package dev.tollgate.directory;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;

/** What only people do. */
final class People {

    private People() {}

    /** The person signed in; FORBIDDEN for an API key. */
    static AccountId self(ViewerAuthentication authentication) {
        if (authentication.getPrincipal().identity() instanceof Viewer.Person(var self)) {
            return self;
        }
        throw ProblemException.of(ErrorCode.FORBIDDEN, "This is for people who are signed in.");
    }
}
