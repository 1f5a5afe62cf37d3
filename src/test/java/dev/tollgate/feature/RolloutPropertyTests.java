package dev.tollgate.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;

class RolloutPropertyTests {

    private static final int USERS = 20_000;

    /** Seven standard deviations of the share of so many users, at its widest. */
    private static final double TOLERANCE = 2.5;

    @Property(tries = 50)
    void takesAboutThePartOfAnyUsers(
            @ForAll @NotBlank @StringLength(max = 200) String feature,
            @ForAll @StringLength(max = 20) String prefix,
            @ForAll @IntRange(max = 100) int percent) {
        CompiledFeature partial = partial(feature, percent);

        long in =
                IntStream.range(0, USERS).filter(i -> isOn(partial, prefix + i)).count();

        assertThat(100.0 * in / USERS).isCloseTo(percent, within(TOLERANCE));
    }

    @Property
    void takesNobodyOutWhileItGrows(
            @ForAll @NotBlank @StringLength(max = 200) String feature,
            @ForAll String user,
            @ForAll @IntRange(max = 100) int percent,
            @ForAll @IntRange(max = 100) int more) {
        boolean before = isOn(partial(feature, Math.min(percent, more)), user);
        boolean after = isOn(partial(feature, Math.max(percent, more)), user);

        assertThat(after || !before).isTrue();
    }

    /** Whoever is first in one feature is not first in all. */
    @Property(tries = 20)
    void takesOthersInEveryFeature(@ForAll @NotBlank @StringLength(max = 20) String feature) {
        CompiledFeature one = partial(feature, 50);
        CompiledFeature other = partial(feature + "2", 50);

        long inBoth = IntStream.range(0, USERS)
                .mapToObj(i -> "u-" + i)
                .filter(user -> isOn(one, user) && isOn(other, user))
                .count();

        assertThat(100.0 * inBoth / USERS).isCloseTo(25, within(TOLERANCE));
    }

    private static CompiledFeature partial(String name, int percent) {
        return CompiledFeature.of(new Feature(
                name,
                new Availability(FeatureState.PARTIAL, percent),
                null,
                null,
                List.of(),
                List.of(),
                1,
                Instant.EPOCH));
    }

    private static boolean isOn(CompiledFeature feature, String user) {
        Decision decision = feature.decide(new FeatureContext(user, null, null, null), Clock.systemUTC());
        return decision instanceof Decision.Enabled;
    }
}
