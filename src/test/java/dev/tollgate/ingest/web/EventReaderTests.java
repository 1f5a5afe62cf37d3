package dev.tollgate.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.ingest.EventDraft;
import dev.tollgate.ingest.IngestSettings;
import dev.tollgate.ingest.Submitted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.exc.StreamReadException;

class EventReaderTests {

    private final EventReader reader = new EventReader(new IngestSettings(3, DataSize.ofMegabytes(1), 10, 10));

    @Test
    void readsAnArrayAndASingleObject() {
        assertThat(ids(reader.readJson(stream("[{\"id\":\"a\"},{\"id\":\"b\"}]"))))
                .containsExactly("a", "b");
        assertThat(ids(reader.readJson(stream("{\"id\":\"a\"}")))).containsExactly("a");
        assertThat(reader.readJson(stream("[]"))).isEmpty();
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
                "{\"quantities\":{\"imges\":1}}        | quantities.imges | There is no field of this name.",
                "{\"inputToken\":1}                    | inputToken   | There is no field of this name.",
                "7                                     |              | An event must be a JSON object.",
                "[[{}]]                                |              | An event must be a JSON object.",
                "null                                  |              | An event must be a JSON object.",
            })
    void keepsAnEventOfWrongTypesInItsPlaceAndReadsTheOthers(String event, String field, String message) {
        List<Submitted> events = reader.readJson(stream("[{\"id\":\"a\"}," + event + ",{\"id\":\"b\"}]"));

        assertThat(events.get(1)).isEqualTo(new Submitted.Malformed(field, message));
        assertThat(ids(List.of(events.get(0), events.get(2)))).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "7", "\"a\"", "[{\"id\":\"a\"}", "[{\"id\":}]", "{} {}", "[] x", "{\"id\":\"a\"", "<xml/>"})
    void refusesWhatIsNotJson(String body) {
        assertThatThrownBy(() -> reader.readJson(stream(body))).isInstanceOf(StreamReadException.class);
    }

    @Test
    void refusesMoreEventsThanARequestMayHold() {
        assertThatThrownBy(() -> reader.readJson(stream("[{},{},{},{}]")))
                .isInstanceOf(PayloadTooLargeException.class)
                .hasMessage("A request may hold at most 3 events.");
    }

    @Test
    void aBadLineSpoilsItselfAlone() throws IOException {
        List<Submitted> events = reader.readLines(stream("{\"id\":\"a\"}\n\n{\"id\":\n{\"id\":\"b\"} 7\r\n"));

        assertThat(events).element(1).isEqualTo(new Submitted.Malformed(null, "The line is not valid JSON."));
        assertThat(events).element(2).isEqualTo(new Submitted.Malformed(null, "The line holds more than one value."));
        assertThat(ids(events.subList(0, 1))).containsExactly("a");
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

    private EventDraft draft(String json) {
        return ((Submitted.Event) reader.readJson(stream(json)).getFirst()).draft();
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
