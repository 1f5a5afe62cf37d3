package dev.tollgate.analytics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values that tell a row apart, in the order of the dimensions. Not attributed sorts last.
 *
 * @param values the values; null: not attributed
 */
record RowKey(List<@Nullable String> values) implements Comparable<RowKey> {

    private static final Comparator<@Nullable String> NULL_LAST = Comparator.nullsLast(Comparator.naturalOrder());

    RowKey {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** The parts of a cursor, in which no value is nothing and a value begins with a sign. */
    List<String> encoded() {
        return values.stream().map(value -> value == null ? "" : "=" + value).toList();
    }

    /** Reads {@link #encoded}. */
    static RowKey decode(List<String> encoded) {
        List<@Nullable String> values = new ArrayList<>();
        for (String text : encoded) {
            values.add(text.isEmpty() ? null : text.substring(1));
        }
        return new RowKey(values);
    }

    @Override
    public int compareTo(RowKey other) {
        for (int i = 0; i < values.size(); i++) {
            int order = NULL_LAST.compare(values.get(i), other.values.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
