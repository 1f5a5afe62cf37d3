package dev.tollgate.analytics;

import dev.tollgate.core.ProblemException;
import dev.tollgate.usage.UsageDimension;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What usage is divided by.
 *
 * @param by what, in the order of a row's values: 1 to 5, none twice
 */
public record Divider(List<Axis> by) {

    private static final int LIMIT = 5;
    private static final Axis USERS = new Axis.OfDimension(UsageDimension.USER);

    /** Rejects, on {@code by}, too few, too many and repeated dimensions. */
    public Divider {
        by = List.copyOf(by);
        if (by.isEmpty()) {
            throw ProblemException.badInput("by", "Name at least one dimension.");
        }
        if (by.size() > LIMIT) {
            throw ProblemException.badInput("by", "At most " + LIMIT + " dimensions can be asked for.");
        }
        if (new HashSet<>(by).size() < by.size()) {
            throw ProblemException.badInput("by", "A dimension can be named only once.");
        }
    }

    static Divider byUser() {
        return new Divider(List.of(USERS));
    }

    static Divider of(UsageDimension dimension) {
        return new Divider(List.of(new Axis.OfDimension(dimension)));
    }

    /** What sums must be kept apart by. */
    public Shape shape() {
        boolean byUser = by.contains(USERS);
        return new Shape(by.size() > (byUser ? 1 : 0), false, byUser);
    }

    /** How many values a row has. */
    int size() {
        return by.size();
    }

    RowKey key(FactKey fact, Dictionary dictionary) {
        List<@Nullable String> values = new ArrayList<>(size());
        by.forEach(axis -> values.add(value(axis, fact, dictionary)));
        return new RowKey(values);
    }

    List<DimensionKey> keys(RowKey row) {
        return IntStream.range(0, size())
                .mapToObj(i -> new DimensionKey(by.get(i), row.values().get(i)))
                .toList();
    }

    private static @Nullable String value(Axis axis, FactKey fact, Dictionary dictionary) {
        return switch (axis) {
            case Axis.OfDimension(var dimension)
            when dimension == UsageDimension.USER -> fact.user().isEmpty() ? null : fact.user();
            case Axis.OfDimension(var dimension) ->
                dictionary.get(fact.attribution()).value(dimension);
            case Axis.OfTag(var name) ->
                dictionary.get(fact.attribution()).tags().get(name);
        };
    }
}
