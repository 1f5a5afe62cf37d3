package dev.tollgate.quota.web;

import dev.tollgate.core.Money;
import dev.tollgate.core.ProblemException;
import java.math.BigDecimal;

/** Reads amounts of USD. */
final class Dollars {

    private static final int MOST_DIGITS = 100;

    private Dollars() {}

    /** Looked at before it is computed with, so that an absurd exponent costs nothing. */
    static Money of(String field, BigDecimal usd) {
        if (usd.scale() > MOST_DIGITS || usd.precision() - usd.scale() > MOST_DIGITS) {
            throw ProblemException.badInput(field, "It is no sensible amount of USD.");
        }
        return new Money(usd);
    }
}
