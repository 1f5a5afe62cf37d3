package dev.tollgate.catalog.web;

import dev.tollgate.catalog.PricePeriod;
import dev.tollgate.catalog.PriceUnit;
import dev.tollgate.catalog.PriceVersion;
import dev.tollgate.catalog.Rate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The GraphQL type of that name. */
record ModelPrice(
        Instant effectiveFrom,
        @Nullable Instant effectiveTo,
        boolean negotiated,
        @Nullable Integer revision,
        @Nullable BigDecimal inputPerMillion,
        @Nullable BigDecimal outputPerMillion,
        @Nullable BigDecimal cacheReadPerMillion,
        @Nullable BigDecimal cacheWritePerMillion,
        List<PriceRate> rates) {

    static ModelPrice of(PricePeriod period) {
        PriceVersion version = period.version();
        return new ModelPrice(
                period.from(),
                period.until() == null ? null : later(period.until(), period.from()),
                version.negotiated(),
                version.revision(),
                perMillion(version, PriceUnit.INPUT_TOKEN),
                perMillion(version, PriceUnit.OUTPUT_TOKEN),
                perMillion(version, PriceUnit.CACHE_READ_TOKEN),
                perMillion(version, PriceUnit.CACHE_WRITE_TOKEN),
                version.rates().stream().map(PriceRate::of).toList());
    }

    private static @Nullable BigDecimal perMillion(PriceVersion version, PriceUnit unit) {
        return version.rates().stream()
                .filter(rate -> rate.unit() == unit && rate.serviceTier() == null && rate.aboveTokens() == 0)
                .map(rate -> rate.amount().movePointRight(6))
                .findFirst()
                .orElse(null);
    }

    /** A version that never held ended when it began. */
    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The GraphQL type of that name. */
    record PriceRate(
            String unit,
            @Nullable String serviceTier,
            @Nullable Long aboveTokens,
            BigDecimal amount) {

        static PriceRate of(Rate rate) {
            return new PriceRate(
                    rate.unit().name(),
                    rate.serviceTier(),
                    rate.aboveTokens() == 0 ? null : rate.aboveTokens(),
                    rate.amount());
        }
    }
}
