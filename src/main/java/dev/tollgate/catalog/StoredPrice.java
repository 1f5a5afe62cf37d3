package dev.tollgate.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An own price as the database keeps it, or that the catalogue's holds again.
 *
 * @param start the model, and from when on it holds
 * @param price null: the catalogue's price holds
 */
record StoredPrice(
        PriceVersionId id,
        int revision,
        PriceStart start,
        @Nullable OwnPrice price) {

    private static final Set<PriceUnit> REPLACED = Set.of(
            PriceUnit.INPUT_TOKEN,
            PriceUnit.OUTPUT_TOKEN,
            PriceUnit.REASONING_TOKEN,
            PriceUnit.CACHE_READ_TOKEN,
            PriceUnit.CACHE_WRITE_TOKEN,
            PriceUnit.CACHE_WRITE_1H_TOKEN,
            PriceUnit.IMAGE_OUTPUT_TOKEN);

    Instant effectiveFrom() {
        return start.effectiveFrom();
    }

    /**
     * The version it is; null where the catalogue's holds. It replaces what the catalogue says of input, output and cached tokens, for
     * every service tier and prompt size; what it does not speak of, like sound, images and searches, costs what the catalogue says.
     */
    @Nullable
    PriceVersion over(@Nullable Tariff catalogue) {
        if (price == null) {
            return null;
        }
        List<Rate> rates = new ArrayList<>();
        add(rates, PriceUnit.INPUT_TOKEN, price.input());
        add(rates, PriceUnit.OUTPUT_TOKEN, price.output());
        add(rates, PriceUnit.CACHE_READ_TOKEN, price.cacheRead());
        add(rates, PriceUnit.CACHE_WRITE_TOKEN, price.cacheWrite());
        if (catalogue != null) {
            catalogue.version().rates().stream()
                    .filter(rate -> !REPLACED.contains(rate.unit()))
                    .forEach(rates::add);
        }
        return new PriceVersion(id, effectiveFrom(), revision, rates);
    }

    private static void add(List<Rate> rates, PriceUnit unit, @Nullable BigDecimal perMillion) {
        if (perMillion != null) {
            rates.add(Rate.base(unit, perMillion.movePointLeft(6)));
        }
    }
}
