package dev.tollgate.alert;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;

/** Writes numbers and lengths of time for people. */
final class Words {

    private static final int DECIMALS = 2;

    private Words() {}

    /** With at most two decimals, but never a small amount as 0. */
    static String of(BigDecimal number) {
        BigDecimal rounded = number.setScale(DECIMALS, RoundingMode.HALF_UP);
        BigDecimal shown = rounded.signum() == 0 ? number.round(new MathContext(DECIMALS)) : rounded;
        return shown.stripTrailingZeros().toPlainString();
    }

    /** As it follows "the last": hour, 2 hours. */
    static String of(Duration length) {
        return length.toSeconds() % 86_400 == 0
                ? plural(length.toDays(), "day")
                : length.toSeconds() % 3_600 == 0
                        ? plural(length.toHours(), "hour")
                        : length.toSeconds() % 60 == 0
                                ? plural(length.toMinutes(), "minute")
                                : plural(length.toSeconds(), "second");
    }

    private static String plural(long count, String unit) {
        return count == 1 ? unit : count + " " + unit + "s";
    }
}
