package dev.tollgate.ingest.web;

import dev.tollgate.ingest.EventDraft;
import dev.tollgate.ingest.IngestSettings;
import dev.tollgate.ingest.Submitted;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.ObjectReader;

/** Reads usage events from a stream, one at a time. An event that can't be read is kept in its place as malformed. */
@Component
class EventReader {

    private final ObjectReader reader = EventJson.mapper().readerFor(EventDraft.class);
    private final int maxEvents;

    EventReader(IngestSettings settings) {
        this.maxEvents = settings.maxEvents();
    }

    /** Reads a JSON array of events, or a single one; throws {@link StreamReadException} when it is not JSON. */
    List<Submitted> readJson(InputStream body) {
        List<Submitted> events = new ArrayList<>();
        try (JsonParser parser = reader.createParser(body)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    add(events, next(parser, 1));
                }
            } else if (first == JsonToken.START_OBJECT) {
                add(events, next(parser, 0));
            } else {
                throw new StreamReadException(parser, "The body must be a JSON object or an array of objects.");
            }
            if (parser.nextToken() != null) {
                throw new StreamReadException(parser, "There is more after the end of the JSON.");
            }
        }
        return events;
    }

    /** Reads one JSON object a line; a line that is not JSON spoils itself alone. */
    List<Submitted> readLines(InputStream body) throws IOException {
        List<Submitted> events = new ArrayList<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                add(events, line(line));
            }
        }
        return events;
    }

    private Submitted line(String line) {
        try (JsonParser parser = reader.createParser(line)) {
            parser.nextToken();
            Submitted event = next(parser, 0);
            return parser.nextToken() == null
                    ? event
                    : new Submitted.Malformed(null, "The line holds more than one value.");
        } catch (StreamReadException e) {
            return new Submitted.Malformed(null, "The line is not valid JSON.");
        }
    }

    /** Reads the value that the parser stands at; afterwards it stands at the value's end, whatever the value was. */
    private Submitted next(JsonParser parser, int depth) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return new Submitted.Malformed(null, "An event must be a JSON object.");
        }
        try {
            return new Submitted.Event(reader.readValue(parser));
        } catch (DatabindException | InputCoercionException e) {
            Submitted malformed = EventJson.explain(e, parser);
            skipRest(parser, depth);
            return malformed;
        }
    }

    private static void skipRest(JsonParser parser, int depth) throws JacksonException {
        while (parser.streamReadContext().getNestingDepth() > depth) {
            if (parser.nextToken() == null) {
                return;
            }
        }
    }

    private void add(List<Submitted> events, Submitted event) {
        if (events.size() == maxEvents) {
            throw new PayloadTooLargeException("A request may hold at most " + maxEvents + " events.");
        }
        events.add(event);
    }
}
