package dev.tollgate.audit;

import dev.tollgate.core.Actor;
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

    /** What Tollgate does by itself. */
    public static final Cause TOLLGATE = new Cause(new Actor.Tollgate(), null, null);

    /** The same with what the actor says. */
    public Cause because(@Nullable String said) {
        return new Cause(actor, address, said);
    }
}
