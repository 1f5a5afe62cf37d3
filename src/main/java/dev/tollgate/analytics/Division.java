package dev.tollgate.analytics;

import dev.tollgate.rollup.UsageTotals;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A group parted by a key. Each list of facts is parted once, when the first part asks for it. Safe from any thread. */
final class Division<K> {

    private final FactGroup group;
    private final Shape shape;
    private final Function<FactKey, K> key;
    private final Map<Shape, Map<K, List<Fact<UsageTotals>>>> sums = new ConcurrentHashMap<>();
    private final Map<Shape, Map<K, List<Fact<Sketches>>>> sketches = new ConcurrentHashMap<>();

    Division(FactGroup group, Shape shape, Function<FactKey, K> key) {
        this.group = group;
        this.shape = shape;
        this.key = key;
    }

    /** The keys that have any fact. */
    Set<K> keys() {
        return sums(shape).keySet();
    }

    /** The part with the key; a part with no usage when there is none. */
    FactGroup part(K wanted) {
        return new FactGroup(
                shape,
                at -> sums(at).getOrDefault(wanted, List.of()),
                at -> sketches(at).getOrDefault(wanted, List.of()));
    }

    /** Several parts as one. */
    FactGroup parts(List<K> wanted) {
        return FactGroup.together(shape, wanted.stream().map(this::part).toList());
    }

    private Map<K, List<Fact<UsageTotals>>> sums(Shape at) {
        return sums.computeIfAbsent(at, _ -> parted(group.sums(at)));
    }

    private Map<K, List<Fact<Sketches>>> sketches(Shape at) {
        return sketches.computeIfAbsent(at, _ -> parted(group.sketches(at)));
    }

    private <T> Map<K, List<Fact<T>>> parted(List<Fact<T>> facts) {
        return facts.stream().collect(Collectors.groupingBy(fact -> key.apply(fact.key())));
    }
}
