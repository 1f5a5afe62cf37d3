package dev.tollgate.analytics;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was read, at one or more shapes. Sums kept apart by user are read with ingredients of their own, so that they do not
 * stand in for the others, nor the others for them.
 *
 * @param byShape one fact for each key that has any usage
 */
record Facts<T>(Map<Shape, List<Fact<T>>> byShape) {

    static <T> Facts<T> none() {
        return new Facts<>(Map.of());
    }

    /** The shortest list that the shape can be added up from. */
    List<Fact<T>> covering(Shape shape) {
        return byShape.entrySet().stream()
                .filter(entry -> entry.getKey().byUser() == shape.byUser())
                .filter(entry -> entry.getKey().covers(shape))
                .map(Map.Entry::getValue)
                .min(Comparator.comparingInt(List::size))
                .orElseThrow(() -> new IllegalStateException("nothing was read at " + shape));
    }

    Facts<T> plus(Facts<T> other) {
        Map<Shape, List<Fact<T>>> both = new HashMap<>(byShape);
        both.putAll(other.byShape);
        return new Facts<>(both);
    }
}
