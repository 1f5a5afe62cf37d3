package dev.tollgate.alert;

import dev.tollgate.core.Granularity;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.live.ControlSignal.QuotaStatus;
import dev.tollgate.live.ControlSignal.QuotaUtilization;
import dev.tollgate.organization.Organization;
import dev.tollgate.quota.Quota;
import dev.tollgate.quota.QuotaFilter;
import dev.tollgate.quota.QuotaUtilizations;
import dev.tollgate.quota.Quotas;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Asks quotas how much of them is used. */
@Component
class QuotaReadings {

    private static final int MOST = 1_000;
    private static final int EXCEEDED_PERCENT = 100;

    private final Quotas quotas;
    private final QuotaUtilizations utilizations;

    QuotaReadings(Quotas quotas, QuotaUtilizations utilizations) {
        this.quotas = quotas;
        this.utilizations = utilizations;
    }

    List<Reading> of(OrganizationId organization, AlertCondition.QuotaUse condition) {
        List<Quota> asked = condition.quota() == null
                ? quotas.crossed(organization, condition.status(), MOST)
                : quotas.find(organization, condition.quota()).stream().toList();
        Map<Quota, QuotaUtilization> uses = utilizations.now(asked);
        return asked.stream()
                .map(quota -> reading(quota, Objects.requireNonNull(uses.get(quota)), condition.status()))
                .toList();
    }

    /**
     * The quotas whose period was running at the last look and is over now, with all that was used in it: what was counted in its last
     * moments, or after it, crossed nothing any more.
     */
    List<Reading> ofEnded(Organization organization, AlertCondition.QuotaUse condition, Instant lastLook, Instant now) {
        if (!isInEarlierHour(lastLook, now, organization.timeZone())) {
            return List.of();
        }
        List<Quota> asked = condition.quota() == null
                ? quotas.list(organization.id(), QuotaFilter.ALL, null, MOST)
                : quotas.find(organization.id(), condition.quota()).stream().toList();
        List<Quota> calendar = asked.stream()
                .filter(quota -> !quota.rule().period().isRolling())
                .toList();
        return utilizations.at(calendar, lastLook).entrySet().stream()
                .filter(entry -> !entry.getValue().periodEnd().isAfter(now))
                .map(entry -> reading(entry.getKey(), entry.getValue(), condition.status()))
                .toList();
    }

    /** Periods end with an hour. */
    private static boolean isInEarlierHour(Instant moment, Instant now, ZoneId zone) {
        return Granularity.HOUR.floor(moment, zone).isBefore(Granularity.HOUR.floor(now, zone));
    }

    /** Whether a quota has come to a status or a worse one. */
    static Reading reading(Quota quota, QuotaUtilization use, QuotaStatus least) {
        return new Reading(
                AlertSubject.ofQuota(quota.id().toString(), quota.name()),
                BigDecimal.valueOf(use.usedPercent()),
                BigDecimal.valueOf(bound(quota, least)),
                use.status().compareTo(least) >= 0,
                AlertMessages.quota(use));
    }

    private static int bound(Quota quota, QuotaStatus status) {
        return switch (status) {
            case OK -> 0;
            case WARNING -> quota.warningPercent();
            case CRITICAL -> quota.criticalPercent();
            case EXCEEDED -> EXCEEDED_PERCENT;
        };
    }
}
