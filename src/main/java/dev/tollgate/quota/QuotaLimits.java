package dev.tollgate.quota;

import dev.tollgate.core.Money;
import dev.tollgate.live.ControlSignal.QuotaMetric;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much may be used in a period; null is no limit.
 *
 * @param totalTokens input and output tokens
 * @param inputTokens input tokens
 * @param outputTokens output tokens
 * @param requests calls
 * @param cost what they cost
 */
public record QuotaLimits(
        @Nullable Long totalTokens,
        @Nullable Long inputTokens,
        @Nullable Long outputTokens,
        @Nullable Long requests,
        @Nullable Money cost) {

    /** The limit as it is counted; null when there is none. A fraction of a unit of cost is left out, so that it is never passed. */
    @Nullable
    Long counted(QuotaMetric metric) {
        return switch (metric) {
            case TOTAL_TOKENS -> totalTokens;
            case INPUT_TOKENS -> inputTokens;
            case OUTPUT_TOKENS -> outputTokens;
            case REQUESTS -> requests;
            case COST -> cost == null ? null : Amounts.scaled(cost, RoundingMode.FLOOR);
        };
    }

    /** The metrics that are limited. */
    Stream<QuotaMetric> metrics() {
        return Arrays.stream(QuotaMetric.values()).filter(metric -> counted(metric) != null);
    }

    /** How much of the limit that is closest to being reached is used, in percent. */
    double percent(Amounts used) {
        return metrics().mapToDouble(metric -> percent(metric, used)).max().orElse(0);
    }

    double percent(QuotaMetric metric, Amounts used) {
        Long limit = counted(metric);
        return limit == null ? 0 : 100.0 * used.of(metric) / limit;
    }

    /** The cost limit in USD; null when there is none. */
    public @Nullable BigDecimal usd() {
        return cost == null ? null : cost.amount().stripTrailingZeros();
    }
}
