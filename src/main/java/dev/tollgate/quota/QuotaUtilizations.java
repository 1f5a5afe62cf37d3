package dev.tollgate.quota;

import dev.tollgate.analytics.UsageMetrics;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.live.ControlSignal;
import dev.tollgate.organization.Organizations;
import dev.tollgate.quota.LedgerCount.Asked;
import dev.tollgate.quota.SpentCounters.Count;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells how much of quotas is used. */
@Component
public class QuotaUtilizations {

    private static final Logger log = LoggerFactory.getLogger(QuotaUtilizations.class);

    private final QuotaBooks books;
    private final SpentCounters counters;
    private final CounterRebuild rebuild;
    private final CommitFollower commits;
    private final LedgerCount ledger;
    private final LedgerUse cells;
    private final Organizations organizations;
    private final Clock clock;

    QuotaUtilizations(
            QuotaBooks books,
            SpentCounters counters,
            CounterRebuild rebuild,
            CommitFollower commits,
            LedgerCount ledger,
            LedgerUse cells,
            Organizations organizations,
            Clock clock) {
        this.books = books;
        this.counters = counters;
        this.rebuild = rebuild;
        this.commits = commits;
        this.ledger = ledger;
        this.cells = cells;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** The use in the running period. From the ledger alone while the counters cannot be reached. */
    public Map<Quota, ControlSignal.QuotaUtilization> now(List<Quota> quotas) {
        return at(quotas, clock.instant());
    }

    /**
     * All use so far of the period that a moment was in, against the limits of that moment. The period may be over, which must not be long
     * ago: counters are kept for a day at least.
     */
    public Map<Quota, ControlSignal.QuotaUtilization> at(List<Quota> quotas, Instant moment) {
        Map<Quota, ControlSignal.QuotaUtilization> utilizations = new HashMap<>();
        quotas.stream()
                .collect(Collectors.groupingBy(Quota::organization))
                .forEach((organization, theirs) -> utilizations.putAll(at(organization, theirs, moment)));
        return utilizations;
    }

    private Map<Quota, ControlSignal.QuotaUtilization> at(
            OrganizationId organization, List<Quota> quotas, Instant now) {
        QuotaBook book = books.of(organization);
        List<BookedQuota> booked = quotas.stream()
                .map(quota -> new BookedQuota(quota, book.zone()))
                .toList();
        Map<QuotaId, Count> counts = counts(book, booked, now);
        return booked.stream()
                .collect(Collectors.toMap(
                        BookedQuota::quota,
                        quota -> new Utilization(
                                        quota,
                                        quota.period(now),
                                        counts.getOrDefault(quota.quota().id(), Count.NONE),
                                        now)
                                .shown(null)));
    }

    private Map<QuotaId, Count> counts(QuotaBook book, List<BookedQuota> quotas, Instant now) {
        OrganizationId organization = book.organization();
        try {
            commits.ensureCounted(book);
            Map<QuotaId, Count> counts = counters.read(organization, quotas, now);
            if (counts.size() < quotas.size() && rebuild.run(organization)) {
                counts = counters.read(organization, quotas, now);
            }
            if (counts.size() == quotas.size()) {
                return counts;
            }
        } catch (RedisException e) {
            log.debug("The use of quotas of {} is read from the ledger: {}", organization, e.getMessage());
        }
        return fromLedger(book, quotas, now);
    }

    private Map<QuotaId, Count> fromLedger(QuotaBook book, List<BookedQuota> quotas, Instant now) {
        List<Asked> asked = quotas.stream()
                .map(quota -> new Asked(quota, quota.period(now)))
                .toList();
        Map<QuotaId, Count> counts = new HashMap<>();
        ledger.count(book, asked, ledger.newest(book.organization()))
                .byAsked()
                .forEach((one, used) ->
                        counts.put(one.quota().quota().id(), new Count(used, Amounts.NONE, Amounts.NONE)));
        return counts;
    }

    /** So many periods, the running one first. */
    public List<QuotaHistory> history(Quota quota, int periods) {
        ZoneId zone = organizations.get(quota.organization()).timeZone();
        Instant now = clock.instant();
        List<QuotaHistory> history = new ArrayList<>(periods);
        TimeWindow period = quota.rule().window(now, zone);
        for (int i = 0; i < periods; i++) {
            history.add(period(quota, period, now));
            period = quota.rule().before(period, zone);
        }
        return history;
    }

    private QuotaHistory period(Quota quota, TimeWindow period, Instant now) {
        UsageMetrics used = cells.metrics(quota.organization(), period, quota.scope());
        return new QuotaHistory(
                period.from(),
                period.to(),
                used.totalTokens(),
                used.inputTokens(),
                used.outputTokens(),
                used.requests(),
                used.cost().stripTrailingZeros(),
                quota.limitsAt(now).percent(LedgerUse.amounts(used)));
    }
}
