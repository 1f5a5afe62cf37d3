package dev.tollgate.analytics;

import dev.tollgate.rollup.UsageTotals;
import dev.tollgate.usage.AttributionId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A part of a slice: the whole, a bucket, a row, several rows. It holds no numbers but finds them, at any shape that was read,
 * when they are asked for.
 */
final class FactGroup {

    private final Shape base;
    private final Function<Shape, List<Fact<UsageTotals>>> sums;
    private final Function<Shape, List<Fact<Sketches>>> sketches;

    FactGroup(
            Shape base, Function<Shape, List<Fact<UsageTotals>>> sums, Function<Shape, List<Fact<Sketches>>> sketches) {
        this.base = base;
        this.sums = sums;
        this.sketches = sketches;
    }

    /** Everything that was read. */
    static FactGroup whole(Facts<UsageTotals> sums, Facts<Sketches> sketches) {
        return new FactGroup(Shape.WHOLE, sums::covering, sketches::covering);
    }

    /** Several groups of the same division together. */
    static FactGroup together(Shape base, List<FactGroup> groups) {
        return new FactGroup(
                base,
                shape -> groups.stream()
                        .flatMap(group -> group.sums(shape).stream())
                        .toList(),
                shape -> groups.stream()
                        .flatMap(group -> group.sketches(shape).stream())
                        .toList());
    }

    /** What the group was told apart by. */
    Shape base() {
        return base;
    }

    List<Fact<UsageTotals>> sums(Shape shape) {
        return sums.apply(base.and(shape));
    }

    List<Fact<Sketches>> sketches(Shape shape) {
        return sketches.apply(base.and(shape));
    }

    /** All sums added up. */
    UsageTotals totals() {
        return sums(Shape.WHOLE).stream().map(Fact::value).reduce(UsageTotals.NONE, UsageTotals::plus);
    }

    /** All sketches merged. */
    Sketches merged() {
        Sketches all = Sketches.empty();
        sketches(Shape.WHOLE).forEach(fact -> {
            synchronized (fact) {
                all.merge(fact.value());
            }
        });
        return all;
    }

    /** The attributions with at least one call. */
    Set<AttributionId> attributions() {
        return sums(Shape.ATTRIBUTION).stream()
                .filter(fact -> fact.value().requests() > 0)
                .map(fact -> fact.key().attribution())
                .collect(Collectors.toSet());
    }

    /** This group parted by a key that is computed from what the shape keeps apart. */
    <K> Division<K> divide(Shape shape, Function<FactKey, K> key) {
        return new Division<>(this, base.and(shape), key);
    }
}
