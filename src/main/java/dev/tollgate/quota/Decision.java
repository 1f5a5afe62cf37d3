package dev.tollgate.quota;

import dev.tollgate.core.TimeWindow;
import dev.tollgate.live.ControlSignal.QuotaMetric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of Redis about one call.
 *
 * @param quotas those that the call counts to
 * @param estimate what it will use
 * @param now the time it is asked at
 */
record Decision(List<BookedQuota> quotas, Amounts estimate, Instant now) {

    /** In the order in which scripts count them. */
    private static final List<QuotaMetric> METRICS = List.of(QuotaMetric.values());

    private static final Duration SOON = Duration.ofSeconds(1);

    CounterCall call(String reservation, Instant expiresAt, Duration remembered) {
        return new CounterCall.Reserve(
                now.toEpochMilli(),
                reservation,
                Long.toString(remembered.toMillis()),
                expiresAt.toEpochMilli(),
                estimate.counts(),
                quotas.stream().map(this::limited).toList());
    }

    private CounterCall.Limited limited(BookedQuota booked) {
        Quota quota = booked.quota();
        TimeWindow place = booked.place(now);
        QuotaLimits limits = quota.limitsAt(now);
        return new CounterCall.Limited(
                quota.id().toString(),
                booked.key(place),
                booked.keepMillis(place),
                booked.seconds(RollingWindow::length),
                booked.seconds(RollingWindow::step),
                quota.mode(),
                quota.warningPercent(),
                METRICS.stream().<@Nullable Long>map(limits::counted).toList());
    }

    /** What the script's refusal says. */
    Admission.Refused refused(List<String> answer) {
        BookedQuota quota = quotas.get(Integer.parseInt(answer.get(1)) - 1);
        QuotaMetric metric = METRICS.get(Integer.parseInt(answer.get(2)) - 1);
        long used = Long.parseLong(answer.get(3)) + Long.parseLong(answer.get(4));
        Duration wait = Duration.ofMillis(Long.parseLong(answer.get(6)));
        if (answer.getFirst().equals("THROTTLE")) {
            return refused(quota, Admission.Reason.THROTTLED, metric, used, wait);
        }
        if (answer.get(5).equals("0")) {
            return refused(quota, Admission.Reason.RESERVED, metric, used, SOON);
        }
        return quota.isRolling()
                ? refused(quota, Admission.Reason.EXCEEDED, metric, used, wait)
                : exceeded(quota, metric, used);
    }

    /** Until the period ends, or the window that rolls moves on. */
    Admission.Refused exceeded(BookedQuota quota, QuotaMetric metric, long used) {
        Duration untilEnd = Duration.between(now, quota.period(now).to());
        return refused(quota, Admission.Reason.EXCEEDED, metric, used, untilEnd);
    }

    private Admission.Refused refused(
            BookedQuota booked, Admission.Reason reason, QuotaMetric metric, long used, Duration retryAfter) {
        Quota quota = booked.quota();
        long limit = Objects.requireNonNull(quota.limitsAt(now).counted(metric));
        return new Admission.Refused(
                quota, reason, metric, Amounts.shown(metric, limit), Amounts.shown(metric, used), retryAfter);
    }
}
