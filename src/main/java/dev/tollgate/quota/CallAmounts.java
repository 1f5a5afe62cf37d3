package dev.tollgate.quota;

import dev.tollgate.core.Money;
import dev.tollgate.core.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What one call uses, estimated or known. Null is unknown: nothing in an estimate, and what was estimated when it is settled.
 *
 * @param inputTokens its whole prompt
 * @param outputTokens its whole answer
 * @param cost what it costs
 */
public record CallAmounts(
        @Nullable Long inputTokens,
        @Nullable Long outputTokens,
        @Nullable Money cost) {

    private static final long MOST = 1_000_000_000_000L;
    private static final Money DEAREST = Money.of("1000000");

    /** An estimate; BAD_USER_INPUT, on the field at fault, when it is what no call can use. */
    public static CallAmounts estimated(@Nullable Long inputTokens, @Nullable Long outputTokens, @Nullable Money cost) {
        check("estimatedInputTokens", inputTokens);
        check("estimatedOutputTokens", outputTokens);
        check("estimatedCost", cost);
        return new CallAmounts(inputTokens, outputTokens, cost);
    }

    /** What a call has used; BAD_USER_INPUT as above. */
    public static CallAmounts used(@Nullable Long inputTokens, @Nullable Long outputTokens, @Nullable Money cost) {
        check("inputTokens", inputTokens);
        check("outputTokens", outputTokens);
        check("cost", cost);
        return new CallAmounts(inputTokens, outputTokens, cost);
    }

    Amounts estimate() {
        return Amounts.of(orZero(inputTokens), orZero(outputTokens), 1, cost == null ? Money.ZERO : cost);
    }

    /** The cost as it is counted; null where it is unknown. */
    @Nullable
    Long countedCost() {
        return cost == null ? null : Amounts.roundedUp(cost);
    }

    private static void check(String field, @Nullable Long tokens) {
        if (tokens != null && (tokens < 0 || tokens > MOST)) {
            throw ProblemException.badInput(field, "It is from 0 to 1,000,000,000,000.");
        }
    }

    private static void check(String field, @Nullable Money cost) {
        if (cost != null && (cost.compareTo(Money.ZERO) < 0 || cost.compareTo(DEAREST) > 0)) {
            throw ProblemException.badInput(field, "It is from 0 to 1,000,000 USD.");
        }
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
