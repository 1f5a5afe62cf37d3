package dev.tollgate.audit;

import dev.tollgate.core.Actor;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Why something changes: handed to whatever changes it, which tells the audit trail.
 *
 * @param actor who does it
 * @param address the network address it comes from; null when there is none
 * @param reason what the actor says; null when nothing
 */
public record Cause(
        Actor actor, @Nullable String address, @Nullable String reason) {

    private static final int LONGEST_REASON = 1_000;

    /** What Tollgate does by itself. */
    public static final Cause TOLLGATE = new Cause(new Actor.Tollgate(), null, null);

    /**
     * The same with what the actor says; blank is nothing.
     *
     * @throws ProblemException BAD_USER_INPUT on {@code reason} when it is longer than 1,000 characters or cannot be stored
     */
    public Cause because(@Nullable String said) {
        return new Cause(actor, address, said == null || said.isBlank() ? null : checked(said.strip()));
    }

    private static String checked(String said) {
        if (said.codePointCount(0, said.length()) > LONGEST_REASON || !Texts.isStorable(said)) {
            throw ProblemException.badInput(
                    "reason", "A reason has at most " + LONGEST_REASON + " characters, none of them NUL.");
        }
        return said;
    }
}
