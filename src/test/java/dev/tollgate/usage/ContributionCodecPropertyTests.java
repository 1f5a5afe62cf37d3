package dev.tollgate.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a batch holds comes out of it as it went in. */
class ContributionCodecPropertyTests {

    @Property
    void readsWhatItWrote(@ForAll("contributions") List<Contribution> contributions) {
        assertThat(ContributionCodec.decode(ContributionCodec.encode(contributions)))
                .isEqualTo(contributions);
    }

    @Provide
    Arbitrary<List<Contribution>> contributions() {
        Arbitrary<Long> counts = Arbitraries.longs().between(-1_000_000_000_000L, 1_000_000_000_000L);
        Arbitrary<List<Long>> numbers = counts.list().ofSize(8);
        Arbitrary<Instant> minutes =
                Arbitraries.longs().between(-50_000_000, 50_000_000).map(minute -> Instant.ofEpochSecond(60 * minute));
        Arbitrary<Optional<String>> users = Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(200)
                .excludeChars('\0')
                .filter(ContributionCodecPropertyTests::isText)
                .optional(0.8);
        Arbitrary<Optional<Integer>> latencies =
                Arbitraries.integers().greaterOrEqual(0).optional(0.8);
        Arbitrary<Long> units = Arbitraries.longs();
        Arbitrary<Long> attributions = Arbitraries.longs().greaterOrEqual(0);
        return Combinators.combine(minutes, attributions, users, numbers, units, latencies)
                .as((minute, attribution, user, number, unit, latency) -> new Contribution(
                        minute,
                        new AttributionId(attribution),
                        user.orElse(null),
                        number.get(0),
                        number.get(1),
                        number.get(2),
                        number.get(3),
                        number.get(4),
                        number.get(5),
                        number.get(6),
                        Money.ofUnits(unit),
                        number.get(7),
                        latency.orElse(null)))
                .list()
                .ofMaxSize(30);
    }

    /** Half a surrogate pair is no text, and gets past no check of an event. */
    private static boolean isText(String text) {
        return text.chars().noneMatch(character -> Character.isSurrogate((char) character));
    }
}
