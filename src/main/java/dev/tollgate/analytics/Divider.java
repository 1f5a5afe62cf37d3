package dev.tollgate.analytics;

import dev.tollgate.core.ProblemException;
import dev.tollgate.usage.Attribution;
import dev.tollgate.usage.UsageDimension;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What usage is divided by.
 *
 * @param by the dimensions, up to 4, none twice; at least one unless there is a tag
 * @param tag the name of a tag to divide by too, after the dimensions; null: none
 */
public record Divider(List<UsageDimension> by, @Nullable String tag) {

    private static final int LIMIT = 4;

    /** Rejects, on {@code by}, too few, too many and repeated dimensions. */
    public Divider {
        by = List.copyOf(by);
        if (by.size() > LIMIT) {
            throw ProblemException.badInput("by", "At most " + LIMIT + " dimensions can be asked for.");
        }
        if (by.isEmpty() && tag == null) {
            throw ProblemException.badInput("by", "Name at least one dimension.");
        }
        if (new HashSet<>(by).size() < by.size()) {
            throw ProblemException.badInput("by", "A dimension can be named only once.");
        }
    }

    /** What sums must be kept apart by. */
    public Shape shape() {
        boolean byUser = by.contains(UsageDimension.USER);
        return new Shape(tag != null || by.size() > (byUser ? 1 : 0), false, byUser);
    }

    /** How many values a row has. */
    int size() {
        return by.size() + (tag == null ? 0 : 1);
    }

    RowKey key(FactKey fact, Dictionary dictionary) {
        List<@Nullable String> values = new ArrayList<>(size());
        for (UsageDimension dimension : by) {
            values.add(
                    dimension == UsageDimension.USER
                            ? user(fact)
                            : dictionary.get(fact.attribution()).value(dimension));
        }
        if (tag != null) {
            Attribution attribution = dictionary.get(fact.attribution());
            values.add(attribution.tags().get(tag));
        }
        return new RowKey(values);
    }

    List<DimensionKey> keys(RowKey row) {
        List<DimensionKey> keys = new ArrayList<>(size());
        for (int i = 0; i < by.size(); i++) {
            keys.add(new DimensionKey(by.get(i), null, row.values().get(i)));
        }
        if (tag != null) {
            keys.add(new DimensionKey(null, tag, row.values().getLast()));
        }
        return keys;
    }

    private static @Nullable String user(FactKey fact) {
        return fact.user().isEmpty() ? null : fact.user();
    }
}
