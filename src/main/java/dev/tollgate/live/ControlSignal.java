package dev.tollgate.live;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that changed in the control plane and that pages are told of at once. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
@JsonSubTypes({
    @JsonSubTypes.Type(value = ControlSignal.Feature.class, name = "feature"),
    @JsonSubTypes.Type(value = ControlSignal.QuotaUtilization.class, name = "quota"),
    @JsonSubTypes.Type(value = ControlSignal.Alert.class, name = "alert")
})
public sealed interface ControlSignal {

    /** How much of a quota is used, least first. */
    enum QuotaStatus {
        /** Below the warning threshold. */
        OK,
        /** At or above the warning threshold. */
        WARNING,
        /** At or above the critical threshold. */
        CRITICAL,
        /** Used up. */
        EXCEEDED
    }

    /** How urgent an alert is, least first. */
    enum AlertSeverity {
        /** Worth knowing. */
        INFO,
        /** Worth looking at. */
        WARNING,
        /** Worth waking somebody. */
        CRITICAL
    }

    /**
     * A feature was switched or changed.
     *
     * @param version what it has become
     */
    record Feature(String name, int version) implements ControlSignal {}

    /**
     * A quota's status changed.
     *
     * @param previousStatus the status before; null when there was none
     * @param usedPercent of the limit that is closest to being reached; may exceed 100
     * @param periodStart when its period began
     * @param periodEnd when its period ends
     * @param projectedPercent the use at the period's end, at its rate so far
     * @param limits the use of each limit
     */
    record QuotaUtilization(
            UUID quotaId,
            String name,
            QuotaStatus status,
            @Nullable QuotaStatus previousStatus,
            double usedPercent,
            Instant periodStart,
            Instant periodEnd,
            double projectedPercent,
            List<QuotaUse> limits)
            implements ControlSignal {

        /** Whether it changed to or from a status at least as severe. */
        public boolean concerns(QuotaStatus least) {
            return status.compareTo(least) >= 0 || (previousStatus != null && previousStatus.compareTo(least) >= 0);
        }
    }

    /** What can be limited. */
    enum QuotaMetric {
        /** Input and output tokens. */
        TOTAL_TOKENS,
        /** Input tokens. */
        INPUT_TOKENS,
        /** Output tokens. */
        OUTPUT_TOKENS,
        /** Calls. */
        REQUESTS,
        /** Cost in USD. */
        COST
    }

    /**
     * The use of one limit. Counts are whole; cost is in USD.
     *
     * @param limit how much may be used
     * @param used how much is used
     * @param reserved how much is reserved beside that
     * @param remaining how much is left of what is not used; never negative
     * @param usedPercent the use in percent; may exceed 100
     * @param projected the use at the period's end, at its rate so far
     */
    record QuotaUse(
            QuotaMetric metric,
            BigDecimal limit,
            BigDecimal used,
            BigDecimal reserved,
            BigDecimal remaining,
            double usedPercent,
            BigDecimal projected) {}

    /**
     * An alert was raised.
     *
     * @param rule the name of the rule
     * @param message what was noticed, in a sentence
     */
    record Alert(UUID id, String rule, AlertSeverity severity, String message, Instant raisedAt)
            implements ControlSignal {}
}
