package dev.tollgate.analytics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The plainest way to answer: goes over all events again for each question. */
record NaiveFold(List<TestEvent> events) {

    static NaiveFold of(List<TestEvent> events, Instant from, Instant to, Predicate<TestEvent> filter) {
        return new NaiveFold(events.stream()
                .filter(event ->
                        !event.occurredAt().isBefore(from) && event.occurredAt().isBefore(to))
                .filter(filter)
                .toList());
    }

    long requests() {
        return events.size();
    }

    long tokens() {
        return events.stream()
                .mapToLong(event -> event.input() + event.output())
                .sum();
    }

    long errors() {
        return events.stream().filter(TestEvent::failed).count();
    }

    long users() {
        return events.stream()
                .map(TestEvent::user)
                .filter(user -> !user.isEmpty())
                .distinct()
                .count();
    }

    long models() {
        return events.stream().map(TestEvent::model).distinct().count();
    }

    int maxLatency() {
        return events.stream().mapToInt(TestEvent::latencyMs).max().orElse(0);
    }

    BigDecimal cost(Function<TestEvent, BigDecimal> costs) {
        return events.stream().map(costs).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The latency that so many percent of the others are below, in milliseconds. */
    int latency(int percentile) {
        int[] sorted = events.stream().mapToInt(TestEvent::latencyMs).sorted().toArray();
        return sorted[percentile * (sorted.length - 1) / 100];
    }

    <K> Map<K, NaiveFold> by(Function<TestEvent, K> key) {
        return events.stream()
                .collect(Collectors.groupingBy(
                        key, HashMap::new, Collectors.collectingAndThen(Collectors.toList(), NaiveFold::new)));
    }

    <K> Map<K, Long> tokensBy(Function<TestEvent, K> key) {
        return events.stream()
                .collect(Collectors.groupingBy(
                        key, TreeMap::new, Collectors.summingLong(event -> event.input() + event.output())));
    }
}
