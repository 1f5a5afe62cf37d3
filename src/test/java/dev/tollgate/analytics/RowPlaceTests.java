package dev.tollgate.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.ProblemException;
import dev.tollgate.graphql.Cursors;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowPlaceTests {

    @Test
    void survivesItsCursor() {
        RowPlace place = place("12.500", "a\u001fb=%", null, "");

        assertThat(RowPlace.of(place.cursor(), 3)).isEqualTo(place);
    }

    @Test
    void refusesForeignCursors() {
        for (String cursor : List.of("x", place("1", "a").cursor(), Cursors.encode("no number", "", ""))) {
            assertThatThrownBy(() -> RowPlace.of(cursor, 2))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.field()).isEqualTo("after"));
        }
    }

    @Test
    void ordersEqualRowsByTheirValuesAndThoseNotAttributedLast() {
        List<RowPlace> sorted = Stream.of(place("1", "x"), place("2", (String) null), place("2", "b"), place("2", "a"))
                .sorted(RowPlace.order(SortDirection.DESC))
                .toList();

        assertThat(sorted)
                .containsExactly(place("2", "a"), place("2", "b"), place("2", (String) null), place("1", "x"));
    }

    private static RowPlace place(String value, @Nullable String... keys) {
        return new RowPlace(new BigDecimal(value), new RowKey(Arrays.asList(keys)));
    }
}
