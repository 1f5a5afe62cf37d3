package dev.tollgate.analytics;

import dev.tollgate.graphql.Cursors;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The place of a row among sorted rows.
 *
 * @param value the value it is sorted by
 * @param key its key, which decides between equal values
 */
record RowPlace(BigDecimal value, RowKey key) {

    static Comparator<RowPlace> order(SortDirection direction) {
        Comparator<RowPlace> byValue = Comparator.comparing(RowPlace::value);
        return (direction == SortDirection.DESC ? byValue.reversed() : byValue).thenComparing(RowPlace::key);
    }

    String cursor() {
        List<String> parts = new ArrayList<>(List.of(value.toString()));
        parts.addAll(key.encoded());
        return Cursors.encode(parts.toArray(String[]::new));
    }

    /** Reads {@link #cursor}; BAD_USER_INPUT on {@code after} when it is not of a row with so many values. */
    static RowPlace of(String cursor, int values) {
        List<String> parts = Cursors.decode(cursor, values + 1);
        try {
            return new RowPlace(new BigDecimal(parts.getFirst()), RowKey.decode(parts.subList(1, parts.size())));
        } catch (IllegalArgumentException e) {
            throw Cursors.malformed(e);
        }
    }
}
