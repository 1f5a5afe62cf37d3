package dev.tollgate.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTests {

    @Test
    void giveBackWhateverIsInAKey() {
        List<String> parts = List.of("", "a\u001fb", "%1f%25%", "ünïcode 🚦");

        assertThat(Cursors.decode(Cursors.encode(parts.toArray(String[]::new)), 4))
                .isEqualTo(parts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!!!", "x", "AB"})
    void refuseWhatIsNoCursor(String cursor) {
        refused(() -> Cursors.decode(cursor, 2));
    }

    @Test
    void refuseCursorsOfOtherLists() {
        refused(() -> Cursors.decode(Cursors.encode("a"), 2));
        refused(() -> Cursors.decode(Cursors.encode("a", "b", "c"), 2));
        refused(() -> Cursors.decode(Cursors.encode("a", "b\0"), 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yesterday", "+999999999-12-31T23:59:59Z", "-0001-01-01T00:00:00Z", "9999-12-31T00:00:00Z"})
    void refuseMomentsThatNothingIsStoredAt(String moment) {
        refused(() -> Cursors.moment(moment));
    }

    @Test
    void giveBackMoments() {
        Instant moment = Instant.parse("2026-11-22T04:15:46.680123Z");

        assertThat(Cursors.moment(moment.toString())).isEqualTo(moment);
    }

    private static void refused(ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.BAD_USER_INPUT);
            assertThat(problem.field()).isEqualTo("after");
        });
    }
}
