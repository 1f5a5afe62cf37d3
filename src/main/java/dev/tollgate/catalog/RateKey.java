package dev.tollgate.catalog;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rate's condition as text: the unit, then {@code >} and a prompt size, then {@code @} and a service tier, the last two optional. */
final class RateKey {

    private static final Pattern KEY = Pattern.compile("(\\w+)(?:>(\\d+))?(?:@(\\w+))?");

    private RateKey() {}

    static String of(Rate rate) {
        return rate.unit()
                + (rate.aboveTokens() == 0 ? "" : ">" + rate.aboveTokens())
                + (rate.serviceTier() == null ? "" : "@" + rate.serviceTier());
    }

    static Rate rate(String key, BigDecimal amount) {
        Matcher matcher = KEY.matcher(key);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a rate: " + key);
        }
        long above = matcher.group(2) == null ? 0 : Long.parseLong(matcher.group(2));
        return new Rate(PriceUnit.valueOf(matcher.group(1)), above, matcher.group(3), amount);
    }
}
