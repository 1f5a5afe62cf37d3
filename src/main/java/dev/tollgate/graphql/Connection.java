package dev.tollgate.graphql;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, as the Relay connection specification names its parts.
 *
 * @param edges the rows with their cursors
 * @param pageInfo where the page begins and ends
 * @param totalCount how many rows there are in all
 */
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo, long totalCount) {

    /** A row and its place in the list. */
    public record Edge<T>(String cursor, T node) {}

    /** Where a page begins and ends. */
    public record PageInfo(
            boolean hasNextPage,
            boolean hasPreviousPage,
            @Nullable String startCursor,
            @Nullable String endCursor) {}

    /** The rows alone. */
    public List<T> nodes() {
        return edges.stream().map(Edge::node).toList();
    }

    /**
     * A page of rows, each with the cursor that the function gives it.
     *
     * @param hasPrevious whether rows precede the page
     * @param hasNext whether rows follow it
     */
    public static <T> Connection<T> of(
            List<T> rows, Function<T, String> cursor, boolean hasPrevious, boolean hasNext, long totalCount) {
        List<Edge<T>> edges =
                rows.stream().map(row -> new Edge<>(cursor.apply(row), row)).toList();
        String start = edges.isEmpty() ? null : edges.getFirst().cursor();
        String end = edges.isEmpty() ? null : edges.getLast().cursor();
        return new Connection<>(edges, new PageInfo(hasNext, hasPrevious, start, end), totalCount);
    }
}
