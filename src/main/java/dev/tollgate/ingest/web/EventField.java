package dev.tollgate.ingest.web;

import static dev.tollgate.ingest.web.EventField.Kind.COUNT;
import static dev.tollgate.ingest.web.EventField.Kind.NUMBER;
import static dev.tollgate.ingest.web.EventField.Kind.QUANTITIES;
import static dev.tollgate.ingest.web.EventField.Kind.TAGS;
import static dev.tollgate.ingest.web.EventField.Kind.TEXT;
import static dev.tollgate.ingest.web.EventField.Kind.TIME;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A field of an event in JSON. */
enum EventField {
    ID("id", TEXT),
    OCCURRED_AT("occurredAt", TIME),
    PROVIDER("provider", TEXT),
    MODEL("model", TEXT),
    REQUEST_TYPE("requestType", TEXT),
    SERVICE_TIER("serviceTier", TEXT),
    INPUT_TOKENS("inputTokens", COUNT),
    CACHED_INPUT_TOKENS("cachedInputTokens", COUNT),
    CACHE_CREATION_TOKENS("cacheCreationTokens", COUNT),
    CACHE_CREATION_1H_TOKENS("cacheCreation1hTokens", COUNT),
    OUTPUT_TOKENS("outputTokens", COUNT),
    REASONING_TOKENS("reasoningTokens", COUNT),
    AUDIO_INPUT_TOKENS("audioInputTokens", COUNT),
    AUDIO_OUTPUT_TOKENS("audioOutputTokens", COUNT),
    TOKEN_PROVENANCE("tokenProvenance", TEXT),
    QUANTITIES_("quantities", QUANTITIES),
    LATENCY_MS("latencyMs", COUNT),
    TIME_TO_FIRST_TOKEN_MS("timeToFirstTokenMs", COUNT),
    STATUS("status", TEXT),
    ERROR_CODE("errorCode", TEXT),
    REQUEST_COUNT("requestCount", COUNT),
    FEATURE("feature", TEXT),
    TEAM("team", TEXT),
    PROJECT("project", TEXT),
    COST_CENTER("costCenter", TEXT),
    ENVIRONMENT("environment", TEXT),
    USER("user", TEXT),
    SESSION("session", TEXT),
    REQUEST_ID("requestId", TEXT),
    RESERVATION("reservation", TEXT),
    TAGS_("tags", TAGS),
    COST("cost", NUMBER);

    /** What its value is. */
    enum Kind {
        TEXT,
        COUNT,
        NUMBER,
        TIME,
        TAGS,
        QUANTITIES
    }

    private static final Map<String, EventField> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(field -> field.label, Function.identity()));

    private final String label;
    private final Kind kind;

    EventField(String label, Kind kind) {
        this.label = label;
        this.kind = kind;
    }

    /** The field of that name; null when there is none. */
    static @Nullable EventField named(String name) {
        return BY_NAME.get(name);
    }

    Kind kind() {
        return kind;
    }
}
