package dev.tollgate.catalog;

import static dev.tollgate.catalog.PriceUnit.AUDIO_INPUT_TOKEN;
import static dev.tollgate.catalog.PriceUnit.AUDIO_OUTPUT_TOKEN;
import static dev.tollgate.catalog.PriceUnit.CACHE_READ_TOKEN;
import static dev.tollgate.catalog.PriceUnit.CACHE_WRITE_1H_TOKEN;
import static dev.tollgate.catalog.PriceUnit.CACHE_WRITE_TOKEN;
import static dev.tollgate.catalog.PriceUnit.IMAGE_OUTPUT_TOKEN;
import static dev.tollgate.catalog.PriceUnit.INPUT_TOKEN;
import static dev.tollgate.catalog.PriceUnit.OUTPUT_TOKEN;
import static dev.tollgate.catalog.PriceUnit.REASONING_TOKEN;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What each unit costs for a call of one service tier and prompt size; a kind of token that has no rate costs what its like does. */
final class UnitRates {

    private final Map<PriceUnit, BigDecimal> amounts = new EnumMap<>(PriceUnit.class);

    private UnitRates() {}

    static UnitRates of(Function<PriceUnit, @Nullable BigDecimal> listed) {
        UnitRates rates = new UnitRates();
        for (PriceUnit unit : PriceUnit.values()) {
            rates.put(unit, listed.apply(unit));
        }
        rates.likeAnother(CACHE_READ_TOKEN, INPUT_TOKEN);
        rates.likeAnother(CACHE_WRITE_TOKEN, INPUT_TOKEN);
        rates.likeAnother(CACHE_WRITE_1H_TOKEN, CACHE_WRITE_TOKEN);
        rates.likeAnother(AUDIO_INPUT_TOKEN, INPUT_TOKEN);
        rates.likeAnother(REASONING_TOKEN, OUTPUT_TOKEN);
        rates.likeAnother(REASONING_TOKEN, IMAGE_OUTPUT_TOKEN);
        rates.put(OUTPUT_TOKEN, rates.get(IMAGE_OUTPUT_TOKEN));
        rates.likeAnother(AUDIO_OUTPUT_TOKEN, OUTPUT_TOKEN);
        return rates;
    }

    /** USD for a single unit; null when it has no price. */
    @Nullable
    BigDecimal get(PriceUnit unit) {
        return amounts.get(unit);
    }

    boolean has(PriceUnit unit) {
        return amounts.containsKey(unit);
    }

    private void put(PriceUnit unit, @Nullable BigDecimal amount) {
        if (amount != null) {
            amounts.put(unit, amount);
        }
    }

    private void likeAnother(PriceUnit unit, PriceUnit like) {
        if (!has(unit)) {
            put(unit, get(like));
        }
    }
}
