package dev.tollgate.catalog;

import dev.tollgate.core.ModelRef;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Texts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with an own price, with the field at fault. */
final class OwnPriceCheck {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_DECIMALS = 12;
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(1_000_000);
    private static final Duration FARTHEST = Duration.ofDays(3_653);

    private final Instant now;

    OwnPriceCheck(Instant now) {
        this.now = now;
    }

    /** Throws BAD_USER_INPUT at the first thing wrong. */
    void check(OwnPrice price) {
        check(price.start());
        checkAmount("inputPerMillion", price.input());
        checkAmount("outputPerMillion", price.output());
        checkAmount("cacheReadPerMillion", price.cacheRead());
        checkAmount("cacheWritePerMillion", price.cacheWrite());
    }

    /** Throws BAD_USER_INPUT at the first thing wrong. */
    void check(PriceStart start) {
        ModelRef model = start.model();
        checkName("provider", model.provider());
        checkName("model", model.model());
        if (model.provider().contains("/")) {
            throw ProblemException.badInput("provider", "A provider's name has no slash.");
        }
        checkTime(start.effectiveFrom());
    }

    private static void checkName(String field, String name) {
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw ProblemException.badInput(field, "It must have at most " + LONGEST_NAME + " characters.");
        }
        if (!Texts.isShowable(name)) {
            throw ProblemException.badInput(field, "It must have no control characters and no halves of characters.");
        }
    }

    private void checkTime(Instant effectiveFrom) {
        if (effectiveFrom.isBefore(now.minus(FARTHEST)) || effectiveFrom.isAfter(now.plus(FARTHEST))) {
            throw ProblemException.badInput("effectiveFrom", "It must be within ten years from now.");
        }
    }

    private static void checkAmount(String field, @Nullable BigDecimal amount) {
        if (amount == null) {
            return;
        }
        if (amount.signum() < 0 || amount.compareTo(HIGHEST) > 0) {
            throw ProblemException.badInput(field, "It must be from 0 to 1,000,000 USD for a million tokens.");
        }
        if (amount.stripTrailingZeros().scale() > MOST_DECIMALS) {
            throw ProblemException.badInput(field, "It must have at most " + MOST_DECIMALS + " decimals.");
        }
    }
}
