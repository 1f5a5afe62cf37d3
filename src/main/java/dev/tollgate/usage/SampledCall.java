package dev.tollgate.usage;

import dev.tollgate.core.Money;
import dev.tollgate.core.TokenUsage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call that live feeds show. Null is unknown, or not attributed.
 *
 * @param factor how many calls it stands for when not every one is shown, at least 1
 * @param cost what it cost; null when unpriced
 */
public record SampledCall(
        double factor,
        String id,
        Instant occurredAt,
        Instant receivedAt,
        AttributionId attribution,
        int requestCount,
        UsageStatus status,
        @Nullable String errorCode,
        TokenUsage tokens,
        @Nullable Integer latencyMs,
        @Nullable Integer timeToFirstTokenMs,
        @Nullable Money cost,
        CostProvenance costProvenance,
        @Nullable String user,
        @Nullable String session,
        @Nullable String requestId) {

    /** An event, standing for so many. */
    static SampledCall of(LedgerRow row, double factor) {
        UsageEvent event = row.event();
        return new SampledCall(
                factor,
                event.id(),
                event.occurredAt(),
                event.receivedAt(),
                row.attribution(),
                event.requestCount(),
                event.status(),
                event.errorCode(),
                event.tokens(),
                event.latencyMs(),
                event.timeToFirstTokenMs(),
                event.cost().total(),
                event.cost().provenance(),
                event.user(),
                event.session(),
                event.requestId());
    }
}
