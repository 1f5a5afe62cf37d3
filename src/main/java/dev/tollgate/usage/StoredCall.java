package dev.tollgate.usage;

import dev.tollgate.core.Money;
import dev.tollgate.core.Quantities;
import dev.tollgate.core.TokenUsage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of the ledger that was priced here, or could not be: what charging it again needs.
 *
 * @param eventId its id
 * @param occurredAt when the call occurred
 * @param attribution what it is attributed to
 * @param user the end user; null when not attributed
 * @param requestCount how many calls it stands for
 * @param status how it ended
 * @param tokens its tokens
 * @param quantities what is not priced by token; null when there is none
 * @param cost what it is charged with now; null when unpriced
 */
public record StoredCall(
        String eventId,
        Instant occurredAt,
        AttributionId attribution,
        @Nullable String user,
        int requestCount,
        UsageStatus status,
        TokenUsage tokens,
        @Nullable Quantities quantities,
        @Nullable Money cost) {

    /** How the sums change when the call is charged with another cost. */
    Contribution difference(@Nullable Money newCost) {
        Money before = cost == null ? Money.ZERO : cost;
        Money after = newCost == null ? Money.ZERO : newCost;
        long unpriced = (newCost == null ? (long) requestCount : 0L) - (cost == null ? (long) requestCount : 0L);
        return Contribution.repriced(occurredAt, attribution, user, after.minus(before), unpriced);
    }
}
