package dev.tollgate.catalog.web;

import dev.tollgate.graphql.Connection;
import dev.tollgate.graphql.Cursors;
import dev.tollgate.graphql.PageSize;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a page out of a sorted list by key, so that rows that come or go between two pages neither repeat nor hide others.
 *
 * @param key the row's key parts
 * @param parts how many parts a key has
 */
record KeysetPage<T>(Function<T, List<String>> key, int parts) {

    private static final int LIMIT = 100;

    /** The rows after a cursor; rows are in the order of their keys. */
    Connection<T> of(List<T> rows, int first, @Nullable String after) {
        int size = PageSize.of(first, LIMIT);
        int start = after == null ? 0 : firstBeyond(rows, Cursors.decode(after, parts));
        int end = Math.min(rows.size(), start + size);
        return Connection.of(
                rows.subList(start, end),
                row -> Cursors.encode(key.apply(row).toArray(String[]::new)),
                start > 0,
                end < rows.size(),
                rows.size());
    }

    private int firstBeyond(List<T> rows, List<String> after) {
        int index = 0;
        while (index < rows.size() && compare(key.apply(rows.get(index)), after) <= 0) {
            index++;
        }
        return index;
    }

    private static int compare(List<String> one, List<String> other) {
        Comparator<String> order = Comparator.naturalOrder();
        for (int i = 0; i < one.size(); i++) {
            int compared = order.compare(one.get(i), other.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }
}
