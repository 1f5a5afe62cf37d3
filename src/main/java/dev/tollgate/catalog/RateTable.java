package dev.tollgate.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rates of a price version, worked out ahead for every service tier and prompt size, so that charging only looks up. The
 * highest threshold that the prompt strictly exceeds holds for the whole call. A rate that a tier or a threshold lacks falls
 * back, nearest first: the threshold's default tier, the tier's base, the base.
 */
final class RateTable {

    private static final Map<String, String> TIER_ALIASES = Map.of("batches", "batch");

    private final List<Long> thresholds;
    private final List<UnitRates> base;
    private final Map<String, List<UnitRates>> byTier = new HashMap<>();

    RateTable(List<Rate> rates) {
        Map<Condition, BigDecimal> amounts = new HashMap<>();
        rates.forEach(rate -> amounts.put(Condition.of(rate), rate.amount()));
        this.thresholds = List.copyOf(new TreeSet<>(
                rates.stream().map(Rate::aboveTokens).filter(above -> above > 0).toList()));
        this.base = row(amounts, null);
        rates.stream()
                .map(Rate::serviceTier)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(tier -> byTier.put(tier, row(amounts, tier)));
    }

    /** The rates for a prompt of so many tokens, cached ones included. */
    UnitRates of(@Nullable String serviceTier, long promptTokens) {
        return tier(serviceTier).get(crossed(promptTokens));
    }

    private List<UnitRates> tier(@Nullable String serviceTier) {
        if (serviceTier == null || byTier.isEmpty()) {
            return base;
        }
        String name = serviceTier.toLowerCase(Locale.ROOT);
        return byTier.getOrDefault(TIER_ALIASES.getOrDefault(name, name), base);
    }

    private int crossed(long promptTokens) {
        int crossed = 0;
        while (crossed < thresholds.size() && promptTokens > thresholds.get(crossed)) {
            crossed++;
        }
        return crossed;
    }

    private List<UnitRates> row(Map<Condition, BigDecimal> amounts, @Nullable String tier) {
        List<UnitRates> row = new ArrayList<>();
        row.add(UnitRates.of(unit -> find(amounts, unit, 0, tier)));
        thresholds.forEach(above -> row.add(UnitRates.of(unit -> find(amounts, unit, above, tier))));
        return List.copyOf(row);
    }

    private static @Nullable BigDecimal find(
            Map<Condition, BigDecimal> amounts, PriceUnit unit, long above, @Nullable String tier) {
        List<Condition> nearestFirst = List.of(
                new Condition(unit, above, tier),
                new Condition(unit, above, null),
                new Condition(unit, 0, tier),
                new Condition(unit, 0, null));
        return nearestFirst.stream()
                .filter(amounts::containsKey)
                .findFirst()
                .map(amounts::get)
                .orElse(null);
    }

    private record Condition(
            PriceUnit unit, long above, @Nullable String tier) {

        static Condition of(Rate rate) {
            return new Condition(rate.unit(), rate.aboveTokens(), rate.serviceTier());
        }
    }
}
