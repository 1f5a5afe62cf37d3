package dev.tollgate.quota;

import dev.tollgate.live.ControlSignal.QuotaMetric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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

    List<String> arguments(String reservation, Instant expiresAt, Duration remembered) {
        List<String> arguments = new ArrayList<>(9 + 12 * quotas.size());
        arguments.add(Long.toString(now.toEpochMilli()));
        arguments.add(reservation);
        arguments.add(Long.toString(expiresAt.toEpochMilli()));
        arguments.add(Long.toString(remembered.toMillis()));
        arguments.addAll(estimate.texts());
        quotas.forEach(quota -> add(quota, arguments));
        return arguments;
    }

    private void add(BookedQuota booked, List<String> arguments) {
        Quota quota = booked.quota();
        arguments.add(quota.id().toString());
        arguments.addAll(booked.counters(now));
        arguments.add(quota.mode().name());
        arguments.add(Integer.toString(quota.warningPercent()));
        QuotaLimits limits = quota.limitsAt(now);
        for (QuotaMetric metric : METRICS) {
            Long limit = limits.counted(metric);
            arguments.add(limit == null ? "" : limit.toString());
        }
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
