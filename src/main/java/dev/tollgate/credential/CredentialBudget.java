package dev.tollgate.credential;

import dev.tollgate.core.Money;
import dev.tollgate.core.ProblemException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much the calls to a provider may cost in a calendar month of the organization.
 *
 * @param monthly in USD; null: no budget
 * @param autoDisable whether the credential is disabled while the month's cost exceeds it
 */
public record CredentialBudget(@Nullable Money monthly, boolean autoDisable) {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal LEAST = BigDecimal.ONE.scaleByPowerOfTen(-Money.SCALE);

    /** Reads a budget of USD, more than nothing and at most 1,000,000; BAD_USER_INPUT when it is none. */
    public static @Nullable Money amount(@Nullable BigDecimal usd) {
        if (usd == null) {
            return null;
        }
        // Compared before it is computed with, so that an absurd exponent costs nothing.
        if (usd.compareTo(LEAST) < 0 || usd.compareTo(MOST) > 0) {
            throw ProblemException.badInput("monthlyBudget", "A budget is more than 0 and at most 1000000 USD.");
        }
        return new Money(usd);
    }

    boolean isExceededBy(Money spent) {
        return autoDisable && monthly != null && spent.compareTo(monthly) > 0;
    }
}
