package dev.tollgate.ingest.web;

import dev.tollgate.ingest.IngestRoom;
import dev.tollgate.ingest.IngestSettings;
import dev.tollgate.ingest.Submitted;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads usage events from a stream, one at a time, as long as there is room for them. An event that can't be read is kept in its
 * place as malformed.
 */
@Component
class EventReader {

    /** The size of a request bounds its values; a value that is too long is its event's fault alone. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNestingDepth(100_000)
                    .build())
            .build();

    private final int maxEvents;

    EventReader(IngestSettings settings) {
        this.maxEvents = settings.maxEvents();
    }

    /** Reads a JSON array of events, or a single one; throws {@link JacksonException} when it is not JSON. */
    List<Submitted> readJson(InputStream body, IngestRoom.Place place) {
        List<Submitted> events = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    add(events, next(parser), place);
                }
            } else if (first == JsonToken.START_OBJECT) {
                add(events, next(parser), place);
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
    List<Submitted> readLines(InputStream body, IngestRoom.Place place) throws IOException {
        List<Submitted> events = new ArrayList<>();
        LineReader lines = new LineReader(body);
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            if (!isBlank(line)) {
                add(events, line(line), place);
            }
        }
        return events;
    }

    private static Submitted line(byte[] line) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            parser.nextToken();
            Submitted event = next(parser);
            return parser.nextToken() == null
                    ? event
                    : new Submitted.Malformed(null, "The line holds more than one value.");
        } catch (JacksonException e) {
            return new Submitted.Malformed(null, "The line is not valid JSON.");
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    /** Reads the value that the parser stands at; afterwards it stands at the value's end, whatever the value was. */
    private static Submitted next(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return EventParser.read(parser);
        }
        parser.skipChildren();
        return new Submitted.Malformed(null, "An event must be a JSON object.");
    }

    private void add(List<Submitted> events, Submitted event, IngestRoom.Place place) {
        if (events.size() == maxEvents) {
            throw new PayloadTooLargeException("A request may hold at most " + maxEvents + " events.");
        }
        place.hold(events.size() + 1);
        events.add(event);
    }
}
