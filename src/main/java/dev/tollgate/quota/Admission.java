package dev.tollgate.quota;

import dev.tollgate.live.ControlSignal.QuotaMetric;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a call may be made. */
public sealed interface Admission {

    /**
     * It may.
     *
     * @param reservation the reservation's id, to be settled or released
     * @param expiresAt when the reservation returns by itself
     */
    record Granted(String reservation, Instant expiresAt) implements Admission {}

    /**
     * It may not.
     *
     * @param quota the quota that refuses
     * @param reason why
     * @param metric the metric whose limit is in the way; null when the rate is
     * @param limit the limit; null when the rate is in the way
     * @param used what is used and reserved of it; null when the rate is in the way
     * @param retryAfter when it may be worth trying again
     */
    record Refused(
            Quota quota,
            Reason reason,
            @Nullable QuotaMetric metric,
            @Nullable BigDecimal limit,
            @Nullable BigDecimal used,
            Duration retryAfter)
            implements Admission {}

    /**
     * Nobody can say: the counters cannot be reached, and the quota is set to refuse then.
     *
     * @param quota the quota
     */
    record Unknown(Quota quota) implements Admission {}

    /** Why a call is refused. */
    enum Reason {
        /** It does not fit into what is left. */
        EXCEEDED,
        /** It would fit if what is reserved were returned. */
        RESERVED,
        /** It comes too soon after the one before. */
        THROTTLED,
        /** Calls come faster than the quota's rate. */
        RATE_LIMITED
    }
}
