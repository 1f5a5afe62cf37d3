package dev.tollgate.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Filters of which no two are alike, and each of which matches about a quarter of {@link SampleEvents}. */
final class SampleFilters {

    /** The numbers of ten bits of which five are set, so that each filter has as many features as the next. */
    private static final List<Integer> FEATURES = IntStream.range(0, 1 << 10)
            .filter(bits -> Integer.bitCount(bits) == 5)
            .boxed()
            .toList();
    /** Likewise six of twelve teams. */
    private static final List<Integer> TEAMS = IntStream.range(0, 1 << 12)
            .filter(bits -> Integer.bitCount(bits) == 6)
            .boxed()
            .toList();

    private SampleFilters() {}

    /** There are some 230,000 of them. */
    static Map<String, List<String>> filter(int number) {
        return Map.of(
                "feature", names("feature-", FEATURES.get(number % FEATURES.size())),
                "team", names("team-", TEAMS.get(number / FEATURES.size() % TEAMS.size())));
    }

    private static List<String> names(String prefix, int bits) {
        return IntStream.range(0, Integer.SIZE)
                .filter(bit -> ((bits >> bit) & 1) == 1)
                .mapToObj(bit -> prefix + bit)
                .toList();
    }
}
