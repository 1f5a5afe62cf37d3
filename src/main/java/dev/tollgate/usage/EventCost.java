package dev.tollgate.usage;

import dev.tollgate.catalog.CostBreakdown;
import dev.tollgate.catalog.PriceVersionId;
import dev.tollgate.core.Money;
import org.jspecify.annotations.Nullable;

/** What an event cost, and how that is known. */
public sealed interface EventCost {

    /** What a single event may cost: sums of such costs fit the cells. */
    Money MOST = Money.of("100000");

    /** The sender reported it. */
    record Reported(Money total) implements EventCost {}

    /** It was charged with a version of a price; null when there was nothing to pay at any price and none is known. */
    record Priced(@Nullable PriceVersionId version, CostBreakdown breakdown) implements EventCost {}

    /** No price is known. */
    record Unpriced() implements EventCost {}

    /** Where the cost comes from. */
    default CostProvenance provenance() {
        return switch (this) {
            case Reported reported -> CostProvenance.PROVIDER;
            case Priced priced -> CostProvenance.PRICED;
            case Unpriced unpriced -> CostProvenance.UNPRICED;
        };
    }

    /** The whole cost; null when unpriced. */
    default @Nullable Money total() {
        return switch (this) {
            case Reported reported -> reported.total();
            case Priced priced -> priced.breakdown().total();
            case Unpriced unpriced -> null;
        };
    }
}
