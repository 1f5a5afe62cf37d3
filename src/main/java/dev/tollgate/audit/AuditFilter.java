package dev.tollgate.audit;

import dev.tollgate.core.Actor;
import dev.tollgate.core.TimeWindow;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to show: those that fit all that is given.
 *
 * @param window recorded in it; null: whenever
 * @param actor by this one; null: by anybody
 * @param actions of these names; empty: any
 * @param outcome with this outcome; null: either
 * @param targetType done to things of this type; null: any
 * @param targetId done to the thing with this id within its type; null: any
 */
public record AuditFilter(
        @Nullable TimeWindow window,
        @Nullable Actor actor,
        Set<String> actions,
        @Nullable AuditOutcome outcome,
        @Nullable String targetType,
        @Nullable String targetId) {

    /** Every entry. */
    public static final AuditFilter ALL = new AuditFilter(null, null, Set.of(), null, null, null);
}
