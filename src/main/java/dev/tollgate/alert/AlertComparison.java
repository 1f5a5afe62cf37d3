package dev.tollgate.alert;

import java.math.BigDecimal;

/** On which side of a bound something is noticed. */
public enum AlertComparison {
    /** Above it. */
    ABOVE,
    /** Below it. */
    BELOW;

    boolean holds(BigDecimal value, BigDecimal bound) {
        int side = value.compareTo(bound);
        return this == ABOVE ? side > 0 : side < 0;
    }

    String word() {
        return this == ABOVE ? "above" : "below";
    }
}
