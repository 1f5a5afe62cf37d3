package dev.tollgate.usage;

import dev.tollgate.core.Quantities;
import dev.tollgate.core.TokenUsage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call, or several recorded as one, ready for the ledger. Organization, id and time of occurrence name it.
 *
 * @param id as sent, 1 to 200 characters
 * @param occurredAt when the call occurred, in whole microseconds
 * @param receivedAt when this node took it
 * @param attribution what it is attributed to
 * @param user the end user; null when not attributed
 * @param session the session; null when unknown
 * @param requestId the provider's id; null when unknown
 * @param reservation the quota reservation that was made for it; null when there was none. Not stored
 * @param status how it ended
 * @param errorCode the provider's error code; null when there was none
 * @param requestCount how many calls it stands for, at least 1
 * @param tokens its tokens
 * @param quantities what is not priced by token; null when there is none
 * @param latencyMs how long it took in milliseconds; null when unknown
 * @param timeToFirstTokenMs how long its first token took in milliseconds; null when unknown
 * @param cost what it cost
 */
public record UsageEvent(
        String id,
        Instant occurredAt,
        Instant receivedAt,
        Attribution attribution,
        @Nullable String user,
        @Nullable String session,
        @Nullable String requestId,
        @Nullable String reservation,
        UsageStatus status,
        @Nullable String errorCode,
        int requestCount,
        TokenUsage tokens,
        @Nullable Quantities quantities,
        @Nullable Integer latencyMs,
        @Nullable Integer timeToFirstTokenMs,
        EventCost cost) {}
