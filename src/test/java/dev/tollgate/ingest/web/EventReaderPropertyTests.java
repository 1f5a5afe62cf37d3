package dev.tollgate.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.ingest.IngestRoom;
import dev.tollgate.ingest.IngestSettings;
import dev.tollgate.ingest.Rooms;
import dev.tollgate.ingest.Submitted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.exc.StreamReadException;

/** Whatever is sent, it is read, kept in its place as malformed, or refused as no JSON: nothing else happens. */
class EventReaderPropertyTests {

    private final IngestSettings settings = new IngestSettings(1_000, DataSize.ofMegabytes(1), 1_000, 10);
    private final IngestRoom room = Rooms.of(settings);
    private final EventReader reader = new EventReader(settings);

    @Property
    void anyBytesAreReadOrRefused(@ForAll @Size(max = 200) byte[] bytes) throws IOException {
        readOrRefused(bytes);
        assertThat(readLines(stream(bytes))).isNotNull();
    }

    @Property
    void anyValueInAnyFieldKeepsTheOthersInTheirPlaces(
            @ForAll("fields") String field, @ForAll("values") String value, @ForAll @IntRange(max = 4) int place) {
        List<String> events = IntStream.range(0, 5)
                .mapToObj(i -> i == place ? "{\"%s\":%s}".formatted(field, value) : "{\"id\":\"e" + i + "\"}")
                .toList();

        List<Submitted> array = readJson(stream("[" + String.join(",", events) + "]"));

        assertThat(array).hasSize(5);
        for (int i = 0; i < 5; i++) {
            if (i != place) {
                assertThat(id(array.get(i))).isEqualTo("e" + i);
            }
        }
    }

    @Property
    void linesAreReadAsTheArrayIs(@ForAll("fields") String field, @ForAll("values") String value) throws IOException {
        List<String> events = List.of("{\"id\":\"a\"}", "{\"%s\":%s}".formatted(field, value), "{\"id\":\"b\"}");

        List<Submitted> array = readJson(stream("[" + String.join(",", events) + "]"));
        List<Submitted> lines = readLines(stream(String.join("\n", events)));

        assertThat(lines).isEqualTo(array);
    }

    @Property
    void aTornRequestIsNoJson(@ForAll("values") String value, @ForAll @IntRange(min = 1, max = 60) int length) {
        String whole = "[{\"id\":\"a\",\"tags\":{\"k\":\"v\"},\"model\":" + value + "},{\"id\":\"b\"}]";
        if (length < whole.length()) {
            readOrRefused(whole.substring(0, length).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void readOrRefused(byte[] bytes) {
        try {
            assertThat(readJson(stream(bytes))).isNotNull();
        } catch (StreamReadException e) {
            assertThat(e.getLocation()).isNotNull();
        }
    }

    private List<Submitted> readJson(InputStream body) {
        try (IngestRoom.Place place = room.enter()) {
            return reader.readJson(body, place);
        }
    }

    private List<Submitted> readLines(InputStream body) throws IOException {
        try (IngestRoom.Place place = room.enter()) {
            return reader.readLines(body, place);
        }
    }

    private static String id(Submitted submitted) {
        return submitted instanceof Submitted.Event event
                ? String.valueOf(event.draft().id())
                : submitted.toString();
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of(
                "id",
                "occurredAt",
                "provider",
                "model",
                "inputTokens",
                "latencyMs",
                "cost",
                "quantities",
                "tags",
                "status",
                "user",
                "no-such-field");
    }

    @Provide
    Arbitrary<String> values() {
        Arbitrary<String> simple = Arbitraries.of(
                "null",
                "true",
                "0",
                "-1",
                "1.5",
                "1e400",
                "99999999999999999999999999",
                "\"\"",
                "\"text\"",
                "\"\\u0000\"",
                "\"2026-11-22T04:15:46Z\"",
                "[]",
                "{}",
                "[1,[2,{\"a\":[]}]]");
        Arbitrary<String> nested = simple.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(values -> values.stream().collect(Collectors.joining(",\"b\":", "{\"a\":", "}")));
        return Arbitraries.oneOf(simple, nested);
    }

    private static InputStream stream(String text) {
        return stream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
