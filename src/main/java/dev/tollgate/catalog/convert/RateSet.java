package dev.tollgate.catalog.convert;

import dev.tollgate.catalog.PriceUnit;
import dev.tollgate.catalog.Rate;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rates of a model while they are gathered: one a condition; where two fields give one, the first that is not 0. */
final class RateSet {

    private final Map<Condition, Rate> rates = new LinkedHashMap<>();

    void add(Rate rate) {
        rates.merge(Condition.of(rate), rate, (first, second) -> isZero(first) ? second : first);
    }

    boolean has(PriceUnit unit) {
        Rate rate = rates.get(new Condition(unit, 0, null));
        return rate != null && !isZero(rate);
    }

    Collection<Rate> all() {
        return List.copyOf(rates.values());
    }

    /**
     * What is a price. A 0 is one only for tokens, and only beside a token that costs something; elsewhere price lists write it where
     * nothing is known. A kind of token that costs what its like does is left out, so that it is repriced with it.
     */
    List<Rate> cleaned() {
        boolean tokensCost =
                rates.values().stream().anyMatch(rate -> rate.unit().isToken() && !isZero(rate));
        return rates.values().stream()
                .filter(rate -> !isZero(rate) || (rate.unit().isToken() && tokensCost))
                .filter(rate -> !repeats(rate, PriceUnit.REASONING_TOKEN, PriceUnit.OUTPUT_TOKEN))
                .filter(rate -> !repeats(rate, PriceUnit.AUDIO_INPUT_TOKEN, PriceUnit.INPUT_TOKEN))
                .filter(rate -> !repeats(rate, PriceUnit.AUDIO_OUTPUT_TOKEN, PriceUnit.OUTPUT_TOKEN))
                .toList();
    }

    private boolean repeats(Rate rate, PriceUnit unit, PriceUnit like) {
        if (rate.unit() != unit || rates.containsKey(new Condition(PriceUnit.IMAGE_OUTPUT_TOKEN, 0, null))) {
            return false;
        }
        Rate other = rates.get(new Condition(like, rate.aboveTokens(), rate.serviceTier()));
        return other != null && other.amount().compareTo(rate.amount()) == 0;
    }

    private static boolean isZero(Rate rate) {
        return rate.amount().compareTo(BigDecimal.ZERO) == 0;
    }

    private record Condition(
            PriceUnit unit, long above, @Nullable String tier) {

        static Condition of(Rate rate) {
            return new Condition(rate.unit(), rate.aboveTokens(), rate.serviceTier());
        }
    }
}
