package dev.tollgate.audit;

import dev.tollgate.core.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of an organization's audit log.
 *
 * @param sequence counts the organization's entries from 1, without a gap
 * @param recordedAt when, in microseconds
 * @param action the mutation's name, or that of what else was done or tried
 * @param before what was, as JSON; null when there was nothing
 * @param after what is since, as JSON; null when there is nothing
 * @param reason what the actor said; null when nothing
 * @param address where the request came from; null when it was no request
 */
public record AuditEntry(
        long sequence,
        Instant recordedAt,
        Actor actor,
        String action,
        AuditOutcome outcome,
        AuditedAction.Target target,
        @Nullable String before,
        @Nullable String after,
        @Nullable String reason,
        @Nullable String address) {}
