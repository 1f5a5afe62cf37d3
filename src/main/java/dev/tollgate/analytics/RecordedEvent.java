package dev.tollgate.analytics;

import dev.tollgate.core.TokenProvenance;
import dev.tollgate.usage.Attribution;
import dev.tollgate.usage.CostProvenance;
import dev.tollgate.usage.RequestType;
import dev.tollgate.usage.UsageStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event as the ledger holds it. Null is unknown, or not attributed. Tokens are counted as on {@code POST /v1/usage/events}. */
public record RecordedEvent(
        String id,
        Instant occurredAt,
        Instant receivedAt,
        Attribution attribution,
        long requestCount,
        UsageStatus status,
        @Nullable String errorCode,
        @Nullable Long inputTokens,
        @Nullable Long cachedInputTokens,
        @Nullable Long cacheCreationTokens,
        @Nullable Long outputTokens,
        @Nullable Long reasoningTokens,
        TokenProvenance tokenProvenance,
        @Nullable Long latencyMs,
        @Nullable Long timeToFirstTokenMs,
        @Nullable BigDecimal cost,
        CostProvenance costProvenance,
        @Nullable String user,
        @Nullable String session,
        @Nullable String requestId) {

    /** A tag: a name and a value. */
    public record Tag(String name, String value) {}

    /** Its place in the list, newest first. */
    public EventPage.Position position() {
        return new EventPage.Position(occurredAt, id);
    }

    /** The AI provider. */
    public String provider() {
        return attribution.provider();
    }

    /** The model. */
    public String model() {
        return attribution.model();
    }

    /** The family the model belongs to. */
    public @Nullable String modelFamily() {
        return attribution.modelFamily();
    }

    /** The kind of request. */
    public RequestType requestType() {
        return attribution.requestType();
    }

    /** The provider's service tier; null for the default one. */
    public @Nullable String serviceTier() {
        return attribution.serviceTier();
    }

    /** The feature. */
    public @Nullable String feature() {
        return attribution.feature();
    }

    /** The team. */
    public @Nullable String team() {
        return attribution.team();
    }

    /** The project. */
    public @Nullable String project() {
        return attribution.project();
    }

    /** The cost center. */
    public @Nullable String costCenter() {
        return attribution.costCenter();
    }

    /** The environment. */
    public @Nullable String environment() {
        return attribution.environment();
    }

    /** The tags, by name. */
    public List<Tag> tags() {
        return attribution.tags().entrySet().stream()
                .map(tag -> new Tag(tag.getKey(), tag.getValue()))
                .toList();
    }
}
