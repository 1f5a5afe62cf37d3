package dev.tollgate.ingest.web;

import dev.tollgate.core.Quantities;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the two objects that an event may hold, to their end, whatever is in them. What is wrong first is thrown then. */
final class JsonObjects {

    private static final Set<String> QUANTITIES =
            Set.of("images", "audioSeconds", "videoSeconds", "characters", "pages", "searchQueries");

    private JsonObjects() {}

    private interface Entry {
        void take(String name, String path) throws UnreadableException;
    }

    static EventParser.@Nullable Tags tags(JsonParser parser, String field) throws UnreadableException {
        if (isNull(parser, field, "an object of strings")) {
            return null;
        }
        Map<String, String> tags = new LinkedHashMap<>();
        forEach(parser, field, (name, path) -> {
            String value = JsonValue.text(parser, path);
            if (value == null) {
                throw JsonValue.mustBe(path, "a string");
            }
            if (tags.put(name, value) != null) {
                throw new UnreadableException(path, "The field is given twice.");
            }
        });
        return new EventParser.Tags(tags);
    }

    static @Nullable Quantities quantities(JsonParser parser, String field) throws UnreadableException {
        if (isNull(parser, field, "an object")) {
            return null;
        }
        Map<String, @Nullable BigDecimal> amounts = new HashMap<>();
        forEach(parser, field, (name, path) -> {
            if (!QUANTITIES.contains(name)) {
                throw EventParser.unknown(path);
            }
            if (amounts.containsKey(name)) {
                throw new UnreadableException(path, "The field is given twice.");
            }
            amounts.put(name, JsonValue.number(parser, path));
        });
        return new Quantities(
                amounts.get("images"),
                amounts.get("audioSeconds"),
                amounts.get("videoSeconds"),
                amounts.get("characters"),
                amounts.get("pages"),
                amounts.get("searchQueries"));
    }

    private static boolean isNull(JsonParser parser, String field, String expected) throws UnreadableException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return true;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw JsonValue.mustBe(field, expected);
        }
        return false;
    }

    private static void forEach(JsonParser parser, String field, Entry entry) throws UnreadableException {
        UnreadableException first = null;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            try {
                entry.take(name, field + "." + name);
            } catch (UnreadableException e) {
                first = first == null ? e : first;
            }
            parser.skipChildren();
        }
        if (first != null) {
            throw first;
        }
    }
}
