package dev.tollgate.quota;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a caller asks of the counters, as the script reads it. Times are milliseconds; what is counted is in the order of metrics. */
sealed interface CounterCall {

    /** What is asked. */
    enum Kind {
        RESERVE,
        SETTLE,
        RELEASE
    }

    /** What the script tells calls apart by. */
    Kind kind();

    /** The id is empty to look only. */
    record Reserve(
            Kind kind, long now, String id, String keep, long expiresAt, List<Long> estimate, List<Limited> quotas)
            implements CounterCall {

        Reserve(long now, String id, String keep, long expiresAt, List<Long> estimate, List<Limited> quotas) {
            this(Kind.RESERVE, now, id, keep, expiresAt, estimate, quotas);
        }
    }

    /** A quota with the place that the call counts in; length and step of a window that rolls are in seconds. */
    record Limited(
            String id,
            String period,
            String keep,
            long length,
            long step,
            EnforcementMode mode,
            int warning,
            List<@Nullable Long> limits) {}

    /** What is null stays as estimated. */
    record Settle(
            Kind kind,
            long now,
            String id,
            String keep,
            @Nullable Long inputTokens,
            @Nullable Long outputTokens,
            @Nullable Long cost)
            implements CounterCall {

        Settle(
                long now,
                String id,
                String keep,
                @Nullable Long inputTokens,
                @Nullable Long outputTokens,
                @Nullable Long cost) {
            this(Kind.SETTLE, now, id, keep, inputTokens, outputTokens, cost);
        }
    }

    /** Gives back what is held. */
    record Release(Kind kind, long now, String id, String keep) implements CounterCall {

        Release(long now, String id, String keep) {
            this(Kind.RELEASE, now, id, keep);
        }
    }
}
