package dev.tollgate.ingest;

import dev.tollgate.core.Money;
import dev.tollgate.core.Quantities;
import dev.tollgate.usage.EventCost;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Checks the numbers of an event that are not tokens. */
final class EventAmounts {

    private static final BigDecimal MOST_COST = EventCost.MOST.amount().stripTrailingZeros();
    private static final BigDecimal MOST_QUANTITY = new BigDecimal("1000000000000");

    /** A week. */
    private static final long LONGEST_MS = 604_800_000L;

    private static final long MOST_REQUESTS = 1_000_000;

    /** More digits than any real amount has; arithmetic on absurd exponents would take for ever. */
    private static final int MOST_DIGITS = 40;

    private EventAmounts() {}

    static int requestCount(@Nullable Long value) throws InvalidEventException {
        long count = value == null ? 1 : value;
        if (count < 1 || count > MOST_REQUESTS) {
            throw new InvalidEventException("requestCount", "requestCount must be from 1 to " + MOST_REQUESTS + ".");
        }
        return (int) count;
    }

    static @Nullable Integer milliseconds(String field, @Nullable Long value) throws InvalidEventException {
        if (value == null) {
            return null;
        }
        if (value < 0 || value > LONGEST_MS) {
            throw new InvalidEventException(field, field + " must be from 0 to " + LONGEST_MS + ".");
        }
        return value.intValue();
    }

    static @Nullable Money cost(@Nullable BigDecimal value) throws InvalidEventException {
        if (value == null) {
            return null;
        }
        amount("cost", value, MOST_COST);
        return new Money(value);
    }

    /** A computed cost is bounded like a reported one. */
    static void checkCost(Money cost) throws InvalidEventException {
        if (cost.compareTo(EventCost.MOST) > 0) {
            throw new InvalidEventException(
                    "cost",
                    "By its price the call costs more than an event may, " + MOST_COST.toPlainString() + " USD.");
        }
    }

    static @Nullable Quantities quantities(@Nullable Quantities given) throws InvalidEventException {
        if (given == null) {
            return null;
        }
        amount("quantities.images", given.images(), MOST_QUANTITY);
        amount("quantities.audioSeconds", given.audioSeconds(), MOST_QUANTITY);
        amount("quantities.videoSeconds", given.videoSeconds(), MOST_QUANTITY);
        amount("quantities.characters", given.characters(), MOST_QUANTITY);
        amount("quantities.pages", given.pages(), MOST_QUANTITY);
        amount("quantities.searchQueries", given.searchQueries(), MOST_QUANTITY);
        return given;
    }

    private static void amount(String field, @Nullable BigDecimal value, BigDecimal most) throws InvalidEventException {
        if (value == null) {
            return;
        }
        boolean sane = value.precision() <= MOST_DIGITS && Math.abs((long) value.scale()) <= MOST_DIGITS;
        if (!sane || value.signum() < 0 || value.compareTo(most) > 0) {
            throw new InvalidEventException(field, field + " must be from 0 to " + most.toPlainString() + ".");
        }
    }
}
