package dev.tollgate.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.usage.Attribution;
import dev.tollgate.usage.RequestType;
import dev.tollgate.usage.UsageDimension;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SliceFilterTests {

    private static final Attribution SEARCH = attribution("search", Map.of("plan", "gold", "stage", "beta"));
    private static final Attribution NOBODY = attribution(null, Map.of());

    @Test
    void letsEverythingThroughWhenItAsksForNothing() {
        assertThat(SliceFilter.ALL.isAll()).isTrue();
        assertThat(SliceFilter.ALL.passes(NOBODY)).isTrue();
    }

    @Test
    void letsThroughAnyOfTheValues() {
        SliceFilter filter = oneOf(UsageDimension.TEAM, "search", "support");

        assertThat(filter.passes(SEARCH)).isTrue();
        assertThat(filter.passes(attribution("support", Map.of()))).isTrue();
        assertThat(filter.passes(attribution("Search", Map.of()))).isFalse();
        assertThat(filter.passes(NOBODY)).isFalse();
    }

    @Test
    void letsNothingThroughWhenNoValueIsRight() {
        assertThat(oneOf(UsageDimension.TEAM).passes(SEARCH)).isFalse();
        assertThat(oneOf(UsageDimension.TEAM).isAll()).isFalse();
    }

    @Test
    void asksForEveryPart() {
        SliceFilter both = new SliceFilter(
                Map.of(UsageDimension.TEAM, Set.of("search"), UsageDimension.PROVIDER, Set.of("anthropic")),
                Set.of(),
                Map.of(),
                null);

        assertThat(both.passes(SEARCH)).isFalse();
    }

    @Test
    void findsWhatIsNotAttributed() {
        SliceFilter filter = new SliceFilter(Map.of(), Set.of(UsageDimension.TEAM), Map.of(), null);

        assertThat(filter.passes(NOBODY)).isTrue();
        assertThat(filter.passes(SEARCH)).isFalse();
    }

    @Test
    void asksForEveryTag() {
        assertThat(tagged(Map.of("plan", Set.of("gold"))).passes(SEARCH)).isTrue();
        assertThat(tagged(Map.of("plan", Set.of("gold"), "stage", Set.of("beta")))
                        .passes(SEARCH))
                .isTrue();
        assertThat(tagged(Map.of("plan", Set.of("gold"), "stage", Set.of("final")))
                        .passes(SEARCH))
                .isFalse();
        assertThat(tagged(Map.of("absent", Set.of("gold"))).passes(SEARCH)).isFalse();
    }

    @Test
    void findsNoCallThatCarriesTwoValuesOfATag() {
        assertThat(tagged(Map.of("plan", Set.of("gold", "silver"))).passes(SEARCH))
                .isFalse();
    }

    @Test
    void leavesUsersToWhereTheyAreKnown() {
        SliceFilter users = oneOf(UsageDimension.USER, "u-1");

        assertThat(users.passes(SEARCH)).isTrue();
        assertThat(users.mentionsUser()).isTrue();
        assertThat(oneOf(UsageDimension.TEAM, "search").mentionsUser()).isFalse();
        assertThat(new SliceFilter(Map.of(), Set.of(UsageDimension.USER), Map.of(), null).mentionsUser())
                .isTrue();
    }

    @Test
    void findsUsersInWhatIsLeftOutToo() {
        SliceFilter nested = not(not(oneOf(UsageDimension.USER, "u-1")));

        assertThat(nested.mentionsUser()).isTrue();
        assertThat(nested.isAll()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "USER")
    void knowsEveryDimensionOfAnAttribution(UsageDimension dimension) {
        String value = SEARCH.value(dimension);
        SliceFilter present = oneOf(dimension, value == null ? "x" : value);
        SliceFilter absent = new SliceFilter(Map.of(), Set.of(dimension), Map.of(), null);

        assertThat(present.passes(SEARCH)).isEqualTo(value != null);
        assertThat(absent.passes(SEARCH)).isEqualTo(value == null);
    }

    private static SliceFilter oneOf(UsageDimension dimension, String... values) {
        return new SliceFilter(Map.of(dimension, Set.of(values)), Set.of(), Map.of(), null);
    }

    private static SliceFilter tagged(Map<String, Set<String>> tags) {
        return new SliceFilter(Map.of(), Set.of(), tags, null);
    }

    private static SliceFilter not(SliceFilter left) {
        return new SliceFilter(Map.of(), Set.of(), Map.of(), left);
    }

    private static Attribution attribution(@Nullable String team, Map<String, String> tags) {
        SortedMap<String, String> sorted = new TreeMap<>(tags);
        return new Attribution(
                "openai",
                "gpt-5.5",
                "gpt-5",
                team,
                null,
                "cc-1",
                "chat",
                "production",
                null,
                RequestType.CHAT,
                "flex",
                sorted);
    }
}
