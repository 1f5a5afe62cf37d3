package dev.tollgate.core;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount of USD at the ledger's own scale of 12 decimals. Finer amounts are rounded half up once, when they become
 * money; sums are exact.
 */
public record Money(BigDecimal amount) implements Comparable<Money> {

    /** Decimals kept: one unit is 10⁻¹² USD. */
    public static final int SCALE = 12;

    /** Nothing. */
    public static final Money ZERO = new Money(BigDecimal.ZERO);

    /** Brings the amount to the ledger's scale. */
    public Money {
        amount = amount.setScale(SCALE, RoundingMode.HALF_UP);
    }

    /** Reads a decimal number of USD, for example {@code 2.19}. */
    public static Money of(String usd) {
        return new Money(new BigDecimal(usd));
    }

    /** The amount of so many units of 10⁻¹² USD, as the database stores it. */
    public static Money ofUnits(long units) {
        return new Money(BigDecimal.valueOf(units, SCALE));
    }

    /** This amount in units of 10⁻¹² USD; throws {@link ArithmeticException} beyond about 9.2 million USD. */
    public long toUnits() {
        // Stays within a long, where the unscaled value would be a BigInteger first.
        return amount.scaleByPowerOfTen(SCALE).longValueExact();
    }

    /** The exact sum. */
    public Money plus(Money other) {
        if (other.isZero()) {
            return this;
        }
        return isZero() ? other : new Money(amount.add(other.amount));
    }

    /** The exact difference. */
    public Money minus(Money other) {
        return new Money(amount.subtract(other.amount));
    }

    /** Whether the amount is 0. */
    public boolean isZero() {
        return amount.signum() == 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.amount);
    }
}
