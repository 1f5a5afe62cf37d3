package dev.tollgate.analytics;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

    /** A form that holds no separator of a cursor. */
    List<String> encoded() {
        return values.stream()
                .map(value -> value == null ? "" : "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
                .toList();
    }

    /** Reads {@link #encoded}. */
    static RowKey decode(List<String> encoded) {
        List<@Nullable String> values = new ArrayList<>();
        for (String text : encoded) {
            values.add(text.isEmpty() ? null : URLDecoder.decode(text.substring(1), StandardCharsets.UTF_8));
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
