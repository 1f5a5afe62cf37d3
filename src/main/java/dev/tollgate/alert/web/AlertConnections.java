package dev.tollgate.alert.web;

import dev.tollgate.graphql.Connection;
import dev.tollgate.graphql.PageSize;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;

/** Reads pages. */
final class AlertConnections {

    private static final int LARGEST_PAGE = 100;

    private AlertConnections() {}

    /** A page, of which one row more is read to know whether there are more. */
    static <T> Connection<T> page(
            int first, boolean hasPrevious, IntFunction<List<T>> rows, Function<T, String> cursor, IntSupplier count) {
        int size = PageSize.of(first, LARGEST_PAGE);
        List<T> found = rows.apply(size + 1);
        return Connection.of(
                found.subList(0, Math.min(size, found.size())),
                cursor,
                hasPrevious,
                found.size() > size,
                count.getAsInt());
    }
}
