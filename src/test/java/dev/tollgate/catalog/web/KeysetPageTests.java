package dev.tollgate.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.graphql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeysetPageTests {

    private static final List<List<String>> ROWS =
            List.of(List.of("a", "z"), List.of("b", "a"), List.of("b", "b"), List.of("ba", "a"));

    private final KeysetPage<List<String>> page = new KeysetPage<>(row -> row, 2);

    @Test
    void goesOnAfterTheCursor() {
        Connection<List<String>> first = page.of(ROWS, 2, null);
        Connection<List<String>> second = page.of(ROWS, 2, first.pageInfo().endCursor());

        assertThat(first.nodes()).isEqualTo(ROWS.subList(0, 2));
        assertThat(first.pageInfo().hasNextPage()).isTrue();
        assertThat(first.pageInfo().hasPreviousPage()).isFalse();
        assertThat(second.nodes()).isEqualTo(ROWS.subList(2, 4));
        assertThat(second.pageInfo().hasNextPage()).isFalse();
        assertThat(second.pageInfo().hasPreviousPage()).isTrue();
        assertThat(second.totalCount()).isEqualTo(4);
    }

    @Test
    void goesOnWhereTheRowOfTheCursorIsGone() {
        String cursor = page.of(ROWS, 2, null).pageInfo().endCursor();
        List<List<String>> without = List.of(ROWS.get(0), ROWS.get(2), ROWS.get(3));

        assertThat(page.of(without, 2, cursor).nodes()).isEqualTo(ROWS.subList(2, 4));
    }

    @Test
    void anEmptyPageHasNoCursors() {
        assertThat(page.of(List.of(), 5, null).pageInfo().endCursor()).isNull();
    }
}
