package dev.tollgate.catalog;

import dev.tollgate.core.TokenUsage;
import java.time.Instant;

/** A price version made ready to charge calls with. */
record Tariff(PriceVersion version, RateTable table) {

    static Tariff of(PriceVersion version) {
        return new Tariff(version, new RateTable(version.rates()));
    }

    boolean holdsAt(Instant time) {
        return !version.effectiveFrom().isAfter(time);
    }

    Charge charge(Chargeable call) {
        TokenUsage tokens = call.tokens();
        long prompt =
                TokenUsage.orZero(tokens.uncachedInput()) + TokenUsage.orZero(tokens.cacheRead()) + tokens.cacheWrite();
        return Bill.of(version.id(), table.of(call.serviceTier(), prompt), tokens, call.quantities());
    }
}
