package dev.tollgate.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceHistoryTests {

    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");
    private static final Instant AUGUST = Instant.parse("2026-08-01T00:00:00Z");

    @Test
    void eachVersionHoldsUntilTheNext() {
        assertThat(PriceHistory.of(List.of(version(1, JUNE, null), version(2, AUGUST, null)), List.of()))
                .containsExactly(
                        new PricePeriod(version(2, AUGUST, null), null),
                        new PricePeriod(version(1, JUNE, null), AUGUST));
    }

    @Test
    void ownVersionsTakeOverForGood() {
        assertThat(PriceHistory.of(List.of(version(1, JUNE, null), version(2, AUGUST, null)), List.of(own(9, JULY, 1))))
                .containsExactly(
                        new PricePeriod(version(2, AUGUST, null), JULY),
                        new PricePeriod(version(9, JULY, 1), null),
                        new PricePeriod(version(1, JUNE, null), JULY));
    }

    @Test
    void theCatalogueHoldsAgainUntilTheNextOwnVersion() {
        List<PriceVersion> listed = List.of(version(1, JUNE, null), version(2, AUGUST, null));

        assertThat(PriceHistory.of(listed, List.of(own(9, JUNE, 1), new OwnVersion(JULY, 2, null))))
                .containsExactly(
                        new PricePeriod(version(2, AUGUST, null), null),
                        new PricePeriod(version(1, JUNE, null), JULY, AUGUST),
                        new PricePeriod(version(9, JUNE, 1), JULY));
        assertThat(PriceHistory.of(listed, List.of(own(9, JUNE, 1), new OwnVersion(JULY, 2, null), own(8, AUGUST, 3))))
                .containsExactly(
                        new PricePeriod(version(8, AUGUST, 3), null),
                        new PricePeriod(version(2, AUGUST, null), JUNE),
                        new PricePeriod(version(1, JUNE, null), JULY, AUGUST),
                        new PricePeriod(version(9, JUNE, 1), JULY));
        assertThat(PriceHistory.of(List.of(), List.of(own(9, JUNE, 1), new OwnVersion(JULY, 2, null))))
                .containsExactly(new PricePeriod(version(9, JUNE, 1), JULY));
    }

    @Test
    void nothingIsNothing() {
        assertThat(PriceHistory.of(List.of(), List.of())).isEmpty();
    }

    private static OwnVersion own(long id, Instant from, int revision) {
        return new OwnVersion(from, revision, Tariff.of(version(id, from, revision)));
    }

    private static PriceVersion version(long id, Instant from, @Nullable Integer revision) {
        return new PriceVersion(
                new PriceVersionId(id), from, revision, List.of(Rate.base(PriceUnit.INPUT_TOKEN, BigDecimal.ONE)));
    }
}
