package dev.tollgate.credential.web;

import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Texts;
import org.jspecify.annotations.Nullable;

/** Reads why somebody changes a credential. */
final class Reason {

    private static final int LONGEST = 1_000;

    private Reason() {}

    /** The cause with the reason, if there is one; BAD_USER_INPUT when it cannot be kept. */
    static Cause of(ViewerAuthentication authentication, @Nullable String said) {
        if (said == null || said.isBlank()) {
            return authentication.cause();
        }
        if (said.length() > LONGEST || !Texts.isStorable(said)) {
            throw ProblemException.badInput("reason", "A reason has at most " + LONGEST + " characters, and no NUL.");
        }
        return authentication.cause().because(said.strip());
    }
}
