package dev.tollgate.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Tests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T04:15:46Z",
                "2026-11-22T04:15:46.6Z",
                "2026-11-22T04:15:46.680Z",
                "2026-11-22T04:15:46.123456789Z",
                "2026-11-22T04:15:46.000000001Z",
                "2024-02-29T23:59:59.999Z",
                "0000-01-01T00:00:00Z",
                "2026-11-22t04:15:46z",
                "2026-11-22T04:15Z",
                "2026-11-22T04:15:46+01:00",
                "2026-11-22T04:15:46.680-05:30",
                "+10000-01-01T00:00:00Z",
            })
    void readsWhatTheLibraryReads(String text) {
        assertThat(Rfc3339.parse(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-11-22",
                "2026-11-22T04:15:46",
                "2026-11-22 04:15:46Z",
                "2026-13-22T04:15:46Z",
                "2026-02-30T04:15:46Z",
                "2026-11-22T24:15:46Z",
                "2026-11-22T04:60:46Z",
                "2026-11-22T04:15:60Z",
                "2026-11-22T04:15:46.1234567890Z",
                "2026-11-22T04:15:4xZ",
                "2026-11-22T04:15:46.68xZ",
                "2026-11-2\u0662T04:15:46Z",
            })
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> Rfc3339.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
