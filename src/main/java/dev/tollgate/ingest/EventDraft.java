package dev.tollgate.ingest;

import dev.tollgate.core.Quantities;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A usage event as it was sent: right in its types, not yet in its values. Null is not given. The fields are those of the
 * contract, documented in the GraphQL schema's {@code UsageEventInput}.
 */
public record EventDraft(
        @Nullable String id,
        @Nullable Instant occurredAt,
        @Nullable String provider,
        @Nullable String model,
        @Nullable String requestType,
        @Nullable String serviceTier,
        @Nullable Long inputTokens,
        @Nullable Long cachedInputTokens,
        @Nullable Long cacheCreationTokens,
        @Nullable Long cacheCreation1hTokens,
        @Nullable Long outputTokens,
        @Nullable Long reasoningTokens,
        @Nullable Long audioInputTokens,
        @Nullable Long audioOutputTokens,
        @Nullable String tokenProvenance,
        @Nullable Quantities quantities,
        @Nullable Long latencyMs,
        @Nullable Long timeToFirstTokenMs,
        @Nullable String status,
        @Nullable String errorCode,
        @Nullable Long requestCount,
        @Nullable String feature,
        @Nullable String team,
        @Nullable String project,
        @Nullable String costCenter,
        @Nullable String environment,
        @Nullable String user,
        @Nullable String session,
        @Nullable String requestId,
        @Nullable String reservation,
        Map<String, String> tags,
        @Nullable BigDecimal cost) {

    /** No tags given means none. */
    public EventDraft {
        tags = Objects.requireNonNullElse(tags, Map.of());
    }
}
