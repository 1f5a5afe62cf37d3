package dev.tollgate.ingest.web;

import dev.tollgate.core.Quantities;
import dev.tollgate.ingest.EventDraft;
import dev.tollgate.ingest.Submitted;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * Reads one event from a parser that stands at its beginning; afterwards the parser stands at its end, whatever the event was.
 * What is wrong first is told.
 */
final class EventParser {

    private static final int LONGEST_NAME_SHOWN = 100;

    private final JsonParser parser;
    private final Map<EventField, @Nullable Object> values = new EnumMap<>(EventField.class);
    private Submitted.@Nullable Malformed malformed;

    private EventParser(JsonParser parser) {
        this.parser = parser;
    }

    static Submitted read(JsonParser parser) {
        return new EventParser(parser).read();
    }

    private Submitted read() {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            try {
                take(name);
            } catch (UnreadableException e) {
                malformed = malformed == null ? e.malformed() : malformed;
            }
            parser.skipChildren();
        }
        return malformed == null ? new Submitted.Event(draft()) : malformed;
    }

    private void take(String name) throws UnreadableException {
        EventField field = EventField.named(name);
        if (field == null) {
            throw unknown(name);
        }
        if (values.containsKey(field)) {
            throw new UnreadableException(name, "The field is given twice.");
        }
        values.put(field, value(field.kind(), name));
    }

    private @Nullable Object value(EventField.Kind kind, String name) throws UnreadableException {
        return switch (kind) {
            case TEXT -> JsonValue.text(parser, name);
            case COUNT -> JsonValue.count(parser, name);
            case NUMBER -> JsonValue.number(parser, name);
            case TIME -> JsonValue.time(parser, name);
            case TAGS -> JsonObjects.tags(parser, name);
            case QUANTITIES -> JsonObjects.quantities(parser, name);
        };
    }

    static UnreadableException unknown(String path) {
        String shown = path.length() > LONGEST_NAME_SHOWN ? path.substring(0, LONGEST_NAME_SHOWN) + "…" : path;
        return new UnreadableException(shown, "There is no field of this name.");
    }

    private EventDraft draft() {
        return new EventDraft(
                text(EventField.ID),
                (Instant) value(EventField.OCCURRED_AT),
                text(EventField.PROVIDER),
                text(EventField.MODEL),
                text(EventField.REQUEST_TYPE),
                text(EventField.SERVICE_TIER),
                count(EventField.INPUT_TOKENS),
                count(EventField.CACHED_INPUT_TOKENS),
                count(EventField.CACHE_CREATION_TOKENS),
                count(EventField.CACHE_CREATION_1H_TOKENS),
                count(EventField.OUTPUT_TOKENS),
                count(EventField.REASONING_TOKENS),
                count(EventField.AUDIO_INPUT_TOKENS),
                count(EventField.AUDIO_OUTPUT_TOKENS),
                text(EventField.TOKEN_PROVENANCE),
                (Quantities) value(EventField.QUANTITIES_),
                count(EventField.LATENCY_MS),
                count(EventField.TIME_TO_FIRST_TOKEN_MS),
                text(EventField.STATUS),
                text(EventField.ERROR_CODE),
                count(EventField.REQUEST_COUNT),
                text(EventField.FEATURE),
                text(EventField.TEAM),
                text(EventField.PROJECT),
                text(EventField.COST_CENTER),
                text(EventField.ENVIRONMENT),
                text(EventField.USER),
                text(EventField.SESSION),
                text(EventField.REQUEST_ID),
                text(EventField.RESERVATION),
                tags(),
                (BigDecimal) value(EventField.COST));
    }

    private @Nullable Object value(EventField field) {
        return values.get(field);
    }

    private @Nullable String text(EventField field) {
        return (String) values.get(field);
    }

    private @Nullable Long count(EventField field) {
        return (Long) values.get(field);
    }

    private Map<String, String> tags() {
        return values.get(EventField.TAGS_) instanceof Tags tags ? tags.byName() : Map.of();
    }

    /** The value of {@code tags}. */
    record Tags(Map<String, String> byName) {}
}
