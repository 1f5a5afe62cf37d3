package dev.tollgate.quota;

import dev.tollgate.core.Money;
import dev.tollgate.live.ControlSignal.QuotaMetric;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How much of each metric, in the order of {@link QuotaMetric}. Cost is counted in whole units of 10⁻⁹ USD, rounded up: Redis
 * computes in doubles, which hold that exactly up to 9 million USD, and rounding up never counts too little.
 */
record Amounts(long totalTokens, long inputTokens, long outputTokens, long requests, long cost) {

    /** Decimals of a USD that are counted. */
    static final int COST_SCALE = 9;

    static final Amounts NONE = new Amounts(0, 0, 0, 0, 0);

    static Amounts of(long inputTokens, long outputTokens, long requests, Money cost) {
        return new Amounts(
                Math.addExact(inputTokens, outputTokens), inputTokens, outputTokens, requests, roundedUp(cost));
    }

    /** Each metric's count by a function. */
    static Amounts of(ToLongFunction<QuotaMetric> count) {
        long[] counts = Arrays.stream(QuotaMetric.values()).mapToLong(count).toArray();
        return new Amounts(counts[0], counts[1], counts[2], counts[3], counts[4]);
    }

    static Amounts parse(List<String> counts) {
        long[] parsed = counts.stream().mapToLong(Long::parseLong).toArray();
        return new Amounts(parsed[0], parsed[1], parsed[2], parsed[3], parsed[4]);
    }

    static long roundedUp(Money cost) {
        return scaled(cost, RoundingMode.CEILING);
    }

    static long scaled(Money cost, RoundingMode rounding) {
        return cost.amount().setScale(COST_SCALE, rounding).unscaledValue().longValueExact();
    }

    /** A count as people read it: cost in USD, everything else as it is. */
    static BigDecimal shown(QuotaMetric metric, long count) {
        return metric == QuotaMetric.COST ? BigDecimal.valueOf(count, COST_SCALE) : BigDecimal.valueOf(count);
    }

    long of(QuotaMetric metric) {
        return switch (metric) {
            case TOTAL_TOKENS -> totalTokens;
            case INPUT_TOKENS -> inputTokens;
            case OUTPUT_TOKENS -> outputTokens;
            case REQUESTS -> requests;
            case COST -> cost;
        };
    }

    Amounts plus(Amounts other) {
        return of(metric -> of(metric) + other.of(metric));
    }

    /** The counts in the order in which the scripts take them. */
    List<Long> counts() {
        return List.of(totalTokens, inputTokens, outputTokens, requests, cost);
    }

    List<String> texts() {
        return counts().stream().map(String::valueOf).toList();
    }
}
