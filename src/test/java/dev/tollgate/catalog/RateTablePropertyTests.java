package dev.tollgate.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

/** Any list of rates, looked up the long way. */
class RateTablePropertyTests {

    private static final String STANDARD = "";

    @Property
    void findsTheRateOfTheHighestThresholdExceededAndFallsBack(
            @ForAll("rates") List<Rate> rates,
            @ForAll("tiers") String tier,
            @ForAll @LongRange(max = 400_000) long prompt) {
        String named = tier.equals(STANDARD) ? null : tier;

        assertThat(new RateTable(rates).of(named, prompt).get(PriceUnit.INPUT_TOKEN))
                .isEqualTo(expected(rates, named, prompt));
    }

    @Property
    void aTokenMoreThanAThresholdIsChargedByIt(@ForAll("rates") List<Rate> rates) {
        RateTable table = new RateTable(rates);
        for (Rate rate : rates) {
            if (rate.aboveTokens() > 0 && rate.serviceTier() == null) {
                assertThat(table.of(null, rate.aboveTokens() + 1).get(PriceUnit.INPUT_TOKEN))
                        .isEqualTo(rate.amount());
                assertThat(table.of(null, rate.aboveTokens()).get(PriceUnit.INPUT_TOKEN))
                        .isEqualTo(expected(rates, null, rate.aboveTokens()));
            }
        }
    }

    private static @Nullable BigDecimal expected(List<Rate> rates, @Nullable String tier, long prompt) {
        long above = rates.stream()
                .mapToLong(Rate::aboveTokens)
                .filter(threshold -> prompt > threshold)
                .max()
                .orElse(0);
        boolean known = rates.stream().anyMatch(rate -> tier != null && tier.equals(rate.serviceTier()));
        String used = known ? tier : null;
        return Stream.of(find(rates, above, used), find(rates, above, null), find(rates, 0, used), find(rates, 0, null))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static Optional<BigDecimal> find(List<Rate> rates, long above, @Nullable String tier) {
        return rates.stream()
                .filter(rate -> rate.aboveTokens() == above
                        && Optional.ofNullable(tier).equals(Optional.ofNullable(rate.serviceTier())))
                .map(Rate::amount)
                .findFirst();
    }

    @Provide
    Arbitrary<String> tiers() {
        return Arbitraries.of(STANDARD, "flex", "priority", "batch");
    }

    @Provide
    Arbitrary<List<Rate>> rates() {
        Arbitrary<Long> thresholds = Arbitraries.of(0L, 0L, 128_000L, 200_000L, 256_000L);
        Arbitrary<BigDecimal> amounts = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("0.01"))
                .ofScale(9);
        return Combinators.combine(thresholds, tiers(), amounts)
                .as((above, tier, amount) ->
                        new Rate(PriceUnit.INPUT_TOKEN, above, tier.equals(STANDARD) ? null : tier, amount))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .uniqueElements(rate -> rate.aboveTokens() + "@" + rate.serviceTier());
    }
}
