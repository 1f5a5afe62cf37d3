package dev.tollgate.quota;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a caller asks of the counters, as the script reads it. Times are milliseconds; what is counted is in the order of metrics. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
sealed interface CounterCall {

    /** The id is empty to look only. */
    @JsonTypeName("RESERVE")
    record Reserve(long now, String id, String keep, long expiresAt, List<Long> estimate, List<Limited> quotas)
            implements CounterCall {}

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
    @JsonTypeName("SETTLE")
    record Settle(
            long now,
            String id,
            String keep,
            @Nullable Long inputTokens,
            @Nullable Long outputTokens,
            @Nullable Long cost)
            implements CounterCall {}

    /** Gives back what is held. */
    @JsonTypeName("RELEASE")
    record Release(long now, String id, String keep) implements CounterCall {}
}
