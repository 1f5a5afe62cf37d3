package dev.tollgate.ingest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Builds event drafts for tests, field by field, from a good one. */
public final class Drafts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    private Drafts() {}

    /** A good event: a chat call of 100 input and 10 output tokens. */
    public static Drafts event(String id, Instant occurredAt) {
        return new Drafts()
                .with("id", id)
                .with("occurredAt", occurredAt)
                .with("provider", "openai")
                .with("model", "gpt-5.5")
                .with("inputTokens", 100L)
                .with("outputTokens", 10L);
    }

    /** The event with another value of a field; null takes it away. */
    public Drafts with(String field, @Nullable Object value) {
        fields.put(field, value instanceof BigDecimal || !(value instanceof Instant) ? value : value.toString());
        return this;
    }

    /** The draft. */
    public EventDraft draft() {
        return JSON.convertValue(fields, EventDraft.class);
    }

    /** The draft as something submitted. */
    public Submitted submitted() {
        return new Submitted.Event(draft());
    }
}
