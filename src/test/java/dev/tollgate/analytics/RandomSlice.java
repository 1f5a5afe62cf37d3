package dev.tollgate.analytics;

import dev.tollgate.core.TimeWindow;
import dev.tollgate.usage.UsageDimension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Any slice: a range, a filter and what to divide by, with the filter and the division in plain terms beside them.
 *
 * @param range the range
 * @param filter the filter
 * @param matches what the filter lets through
 * @param by what to divide by
 * @param key the values that an event is divided by
 */
record RandomSlice(
        RangeAsked range,
        SliceFilter filter,
        Predicate<TestEvent> matches,
        List<UsageDimension> by,
        Function<TestEvent, List<String>> key) {

    private record Part(SliceFilter filter, Predicate<TestEvent> matches) {}

    static RandomSlice of(Random random, Instant now) {
        Part part = part(random);
        Part left = random.nextInt(3) == 0 ? part(random) : null;
        List<UsageDimension> by = oneOf(
                random,
                List.of(UsageDimension.MODEL),
                List.of(UsageDimension.TEAM),
                List.of(UsageDimension.USER),
                List.of(UsageDimension.TEAM, UsageDimension.MODEL),
                List.of(UsageDimension.USER, UsageDimension.TEAM));
        return new RandomSlice(
                range(random, now),
                left == null ? part.filter() : without(part.filter(), left.filter()),
                left == null
                        ? part.matches()
                        : part.matches().and(left.matches().negate()),
                by,
                event -> by.stream().map(dimension -> value(event, dimension)).toList());
    }

    private static RangeAsked range(Random random, Instant now) {
        Duration span =
                oneOf(random, Duration.ofHours(3), Duration.ofHours(40), Duration.ofDays(12), Duration.ofDays(95));
        long ago = 60 + random.nextLong(span.toSeconds());
        Instant from = now.minusSeconds(ago);
        return switch (random.nextInt(3)) {
            case 0 -> new RangeAsked.Last(Duration.ofSeconds(ago));
            case 1 -> new RangeAsked.Between(new TimeWindow(from, now));
            default -> new RangeAsked.Between(new TimeWindow(from, from.plusSeconds(1 + random.nextLong(ago))));
        };
    }

    private static Part part(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Part(SliceFilter.ALL, _ -> true);
            case 1 ->
                values(
                        UsageDimension.MODEL,
                        TestEvent::model,
                        oneOf(random, Set.of("gpt-5.5"), Set.of("gpt-5.5", "x")));
            case 2 -> values(UsageDimension.TEAM, TestEvent::team, Set.of(oneOf(random, "search", "support")));
            case 3 ->
                values(UsageDimension.USER, TestEvent::user, Set.of("u-" + (100 + random.nextInt(50)), "u-7", "u-70"));
            case 4 ->
                new Part(
                        new SliceFilter(Map.of(), Set.of(UsageDimension.TEAM), Map.of(), null),
                        event -> event.team().isEmpty());
            default ->
                new Part(
                        new SliceFilter(Map.of(), Set.of(), Map.of("parity", Set.of("even")), null),
                        event -> event.input() % 2 == 0);
        };
    }

    private static Part values(UsageDimension dimension, Function<TestEvent, String> value, Set<String> values) {
        return new Part(
                new SliceFilter(Map.of(dimension, values), Set.of(), Map.of(), null),
                event -> values.contains(value.apply(event)));
    }

    private static SliceFilter without(SliceFilter filter, SliceFilter left) {
        return new SliceFilter(filter.oneOf(), filter.unattributed(), filter.tags(), left);
    }

    private static String value(TestEvent event, UsageDimension dimension) {
        return switch (dimension) {
            case MODEL -> event.model();
            case TEAM -> event.team();
            case USER -> event.user();
            default -> throw new IllegalArgumentException("no test divides by " + dimension);
        };
    }

    @SafeVarargs
    private static <T> T oneOf(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
