package dev.tollgate.quota;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tollgate.quota.LedgerCount.Asked;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Decides by the database while the counters cannot be reached. Reservations are not seen then, nor are rates, so that a quota which is
 * to stay closed admits nothing, and one which is to stay open refuses only what the ledger alone has no room for. What is read serves
 * for a second.
 */
@Component
class LedgerDecision {

    private final LedgerCount ledger;
    private final Cache<String, Amounts> counted = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(1))
            .maximumSize(100_000)
            .build();

    LedgerDecision(LedgerCount ledger) {
        this.ledger = ledger;
    }

    /** A refusal, or that nobody can say; empty when the call may be made. */
    Optional<Admission> of(QuotaBook book, Decision decision) {
        List<BookedQuota> enforcing = decision.quotas().stream()
                .filter(quota -> quota.quota().mode() != EnforcementMode.ALERT
                        || !quota.quota().rate().isNone())
                .toList();
        Optional<Admission> exceeded = enforcing.stream()
                .filter(quota -> quota.quota().mode() == EnforcementMode.BLOCK)
                .flatMap(quota -> exceeded(book, decision, quota).stream())
                .findFirst();
        return exceeded.or(() -> enforcing.stream()
                .map(BookedQuota::quota)
                .filter(quota -> !quota.failOpen())
                .findFirst()
                .map(Admission.Unknown::new));
    }

    private Optional<Admission> exceeded(QuotaBook book, Decision decision, BookedQuota quota) {
        Amounts used = used(book, decision, quota);
        QuotaLimits limits = quota.quota().limitsAt(decision.now());
        return limits.metrics()
                .filter(metric -> {
                    long limit = Objects.requireNonNull(limits.counted(metric));
                    return used.of(metric) >= limit
                            || used.of(metric) + decision.estimate().of(metric) > limit;
                })
                .findFirst()
                .map(metric -> decision.exceeded(quota, metric, used.of(metric)));
    }

    private Amounts used(QuotaBook book, Decision decision, BookedQuota quota) {
        Asked asked = new Asked(quota, quota.period(decision.now()));
        return counted.get(
                asked.key(),
                _ -> Objects.requireNonNull(ledger.count(book, List.of(asked), ledger.newest(book.organization()))
                        .byAsked()
                        .get(asked)));
    }
}
