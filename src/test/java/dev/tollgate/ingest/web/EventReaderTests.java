package dev.tollgate.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import dev.tollgate.ingest.EventDraft;
import dev.tollgate.ingest.IngestRoom;
import dev.tollgate.ingest.IngestSettings;
import dev.tollgate.ingest.Rooms;
import dev.tollgate.ingest.Submitted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.exc.StreamReadException;

class EventReaderTests {

    private final IngestSettings settings = new IngestSettings(3, DataSize.ofMegabytes(1), 10, 10);
    private final IngestRoom room = Rooms.of(settings);
    private final EventReader reader = new EventReader(settings);

    @Test
    void readsAnArrayAndASingleObject() {
        assertThat(ids(readJson("[{\"id\":\"a\"},{\"id\":\"b\"}]"))).containsExactly("a", "b");
        assertThat(ids(readJson("{\"id\":\"a\"}"))).containsExactly("a");
        assertThat(readJson("[]")).isEmpty();
    }

    @Test
    void readsEveryFieldExactly() {
        EventDraft draft = draft("""
                {"id":"a","occurredAt":"2026-11-22T05:15:46.680123+01:00","provider":"openai","model":"gpt-5.5",
                 "inputTokens":374,"latencyMs":812,"cost":0.1234567890123456789,"tags":{"region":"eu"},
                 "quantities":{"images":2,"audioSeconds":13.5},"feature":null}
                """);

        assertThat(draft.occurredAt()).isEqualTo(Instant.parse("2026-11-22T04:15:46.680123Z"));
        assertThat(draft.inputTokens()).isEqualTo(374);
        assertThat(draft.cost()).isEqualTo(new BigDecimal("0.1234567890123456789"));
        assertThat(draft.tags()).containsEntry("region", "eu");
        assertThat(draft.quantities())
                .isNotNull()
                .satisfies(quantities -> assertThat(quantities.audioSeconds()).isEqualByComparingTo("13.5"));
        assertThat(draft.feature()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":7}                            | id           | The value must be a string.",
                "{\"model\":true}                      | model        | The value must be a string.",
                "{\"inputTokens\":\"7\"}               | inputTokens  | The value must be a whole number.",
                "{\"inputTokens\":1.5}                 | inputTokens  | The value must be a whole number.",
                "{\"inputTokens\":{\"a\":[1]}}         | inputTokens  | The value must be a whole number.",
                "{\"inputTokens\":99999999999999999999}| inputTokens  | The value must be a whole number of at most 18 digits.",
                "{\"occurredAt\":\"yesterday\"}        | occurredAt   | The value must be a time as RFC 3339, for example 2026-11-22T04:15:46.680Z.",
                "{\"occurredAt\":1763784946}           | occurredAt   | The value must be a time as RFC 3339, for example 2026-11-22T04:15:46.680Z.",
                "{\"cost\":\"much\"}                   | cost         | The value must be a number.",
                "{\"tags\":[]}                         | tags         | The value must be an object of strings.",
                "{\"tags\":{\"a\":1}}                  | tags.a       | The value must be a string.",
                "{\"tags\":{\"a\":null}}               | tags.a       | The value must be a string.",
                "{\"tags\":{\"a\":\"1\",\"a\":\"2\"}}   | tags.a       | The field is given twice.",
                "{\"tags\":{\"a\":{\"b\":[{}]},\"c\":1}}| tags.a       | The value must be a string.",
                "{\"quantities\":7}                   | quantities   | The value must be an object.",
                "{\"quantities\":{\"images\":\"1\"}}    | quantities.images | The value must be a number.",
                "{\"cost\":1e99999999999}             | cost         | The value must be a number with a smaller exponent.",
                "{\"feature\":\"a\",\"feature\":\"a\"}     | feature      | The field is given twice.",
                "{\"feature\":7,\"team\":7}            | feature      | The value must be a string.",
                "{\"quantities\":{\"imges\":1}}        | quantities.imges | There is no field of this name.",
                "{\"inputToken\":1}                    | inputToken   | There is no field of this name.",
                "7                                     |              | An event must be a JSON object.",
                "[[{}]]                                |              | An event must be a JSON object.",
                "null                                  |              | An event must be a JSON object.",
            })
    void keepsAnEventOfWrongTypesInItsPlaceAndReadsTheOthers(String event, String field, String message) {
        List<Submitted> events = readJson("[{\"id\":\"a\"}," + event + ",{\"id\":\"b\"}]");

        assertThat(events.get(1)).isEqualTo(new Submitted.Malformed(field, message));
        assertThat(ids(List.of(events.get(0), events.get(2)))).containsExactly("a", "b");
    }

    @ParameterizedTest
    @MethodSource("absurd")
    void anAbsurdValueSpoilsItsEventAlone(String event, String field) {
        List<Submitted> events = readJson("[{\"id\":\"a\"}," + event + ",{\"id\":\"b\"}]");
        assertThat(events.get(1))
                .isInstanceOfSatisfying(
                        Submitted.Malformed.class,
                        malformed -> assertThat(malformed.field()).isEqualTo(field));
        assertThat(ids(List.of(events.get(0), events.get(2)))).containsExactly("a", "b");
    }

    static Stream<Arguments> absurd() {
        return Stream.of(
                Arguments.of("{\"latencyMs\":" + "9".repeat(100_000) + "}", "latencyMs"),
                Arguments.of("{\"cost\":0." + "9".repeat(100_000) + "}", "cost"),
                Arguments.of("{\"team\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}", "team"),
                Arguments.of("{\"" + "x".repeat(100_000) + "\":1}", "x".repeat(100) + "…"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "\"a\"",
                "[{\"id\":\"a\"}",
                "[{\"id\":\"a\"},",
                "[{\"id\":\"a\"},]",
                "[{\"id\":}]",
                "{} {}",
                "[] x",
                "{\"id\":\"a\"",
                "<xml/>"
            })
    void refusesWhatIsNotJson(String body) {
        assertThatThrownBy(() -> readJson(body)).isInstanceOf(StreamReadException.class);
    }

    @Test
    void refusesMoreEventsThanARequestMayHold() {
        assertThatThrownBy(() -> readJson("[{},{},{},{}]"))
                .isInstanceOf(PayloadTooLargeException.class)
                .hasMessage("A request may hold at most 3 events.");
    }

    @Test
    void aBadLineSpoilsItselfAlone() throws IOException {
        List<Submitted> events = readLines("{\"id\":\"a\"}\n\n{\"id\":\n{\"id\":\"b\"} 7\r\n");

        assertThat(events).element(1).isEqualTo(new Submitted.Malformed(null, "The line is not valid JSON."));
        assertThat(events).element(2).isEqualTo(new Submitted.Malformed(null, "The line holds more than one value."));
        assertThat(ids(events.subList(0, 1))).containsExactly("a");
    }

    @Test
    void aLineThatIsNoTextSpoilsItselfAlone() throws IOException {
        byte[] lines = "{\"id\":\"a\"}\n{\"id\":\"?\"}\n{\"id\":\"b\"}".getBytes(StandardCharsets.UTF_8);
        lines[18] = (byte) 0xff;
        List<Submitted> events;
        try (IngestRoom.Place place = room.enter()) {
            events = reader.readLines(new ByteArrayInputStream(lines), place);
        }
        assertThat(events).element(1).isEqualTo(new Submitted.Malformed(null, "The line is not valid JSON."));
        assertThat(ids(List.of(events.get(0), events.get(2)))).containsExactly("a", "b");
    }

    @Test
    void readsLinesOfAnyLength() throws IOException {
        String longName = "x".repeat(150_000);
        assertThat(ids(readLines("{\"id\":\"" + longName + "\"}\n{\"id\":\"b\"}")))
                .containsExactly(longName, "b");
    }

    @Test
    void refusesEventsThatFindNoRoomAndGivesBackWhatItHeld() {
        try (IngestRoom.Place other = room.enter()) {
            other.hold(9);
            assertThatThrownBy(() -> readJson("[{},{}]"))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.code()).isEqualTo(ErrorCode.RATE_LIMITED));
        }
        assertThat(readJson("[{},{}]")).hasSize(2);
    }

    @Test
    void stopsReadingAtTheLimit() {
        InputStream endless = new LimitedInputStream(
                new InputStream() {
                    @Override
                    public int read() {
                        return ' ';
                    }
                },
                DataSize.ofKilobytes(64));

        assertThatThrownBy(endless::readAllBytes)
                .isInstanceOf(PayloadTooLargeException.class)
                .hasMessage("A request may hold at most 65536 bytes, unpacked.");
    }

    private List<Submitted> readJson(String body) {
        try (IngestRoom.Place place = room.enter()) {
            return reader.readJson(stream(body), place);
        }
    }

    private List<Submitted> readLines(String body) throws IOException {
        try (IngestRoom.Place place = room.enter()) {
            return reader.readLines(stream(body), place);
        }
    }

    private EventDraft draft(String json) {
        return ((Submitted.Event) readJson(json).getFirst()).draft();
    }

    private static List<String> ids(List<Submitted> events) {
        return events.stream()
                .map(event -> String.valueOf(((Submitted.Event) event).draft().id()))
                .toList();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
