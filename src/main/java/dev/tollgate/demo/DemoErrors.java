package dev.tollgate.demo;

import dev.tollgate.demo.Dice.Roll;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Which calls fail: a few at any time, many in one outage of one provider. */
final class DemoErrors {

    private static final int OUTAGE_DAYS_AGO = 9;
    private static final int OUTAGE_HOUR = 13;
    private static final Duration OUTAGE = Duration.ofHours(2);
    private static final double DURING_OUTAGE = 0.35;
    private static final double USUALLY = 0.008;

    private final Instant outageFrom;

    DemoErrors(Instant end) {
        this.outageFrom = end.truncatedTo(ChronoUnit.DAYS)
                .minus(OUTAGE_DAYS_AGO, ChronoUnit.DAYS)
                .plus(OUTAGE_HOUR, ChronoUnit.HOURS);
    }

    /** The error code; null when the call succeeds. */
    @Nullable
    String code(Instant moment, DemoModel model, Dice dice) {
        boolean outage = model.provider.equals("anthropic") && isOutage(moment);
        if (dice.roll(Roll.ERROR) >= (outage ? DURING_OUTAGE : USUALLY)) {
            return null;
        }
        if (outage) {
            return "overloaded";
        }
        return dice.roll(Roll.ERROR_CODE) < 0.6 ? "rate_limit_exceeded" : "timeout";
    }

    private boolean isOutage(Instant moment) {
        return !moment.isBefore(outageFrom) && moment.isBefore(outageFrom.plus(OUTAGE));
    }
}
