package dev.tollgate.alert;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.live.ControlSignal.QuotaStatus;
import dev.tollgate.live.ControlSignal.QuotaUtilization;
import dev.tollgate.quota.Quota;
import dev.tollgate.quota.QuotaUtilizations;
import dev.tollgate.quota.Quotas;
import java.math.BigDecimal;
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

    private static Reading reading(Quota quota, QuotaUtilization use, QuotaStatus least) {
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
