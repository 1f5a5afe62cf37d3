package dev.tollgate.quota;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.live.ControlSignal.QuotaStatus;
import dev.tollgate.live.ControlSignals;
import dev.tollgate.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells when a quota's status changes: once for each crossing, whichever node sees it. A node that sees one takes the lock on what was
 * told last, looks again, and tells after that is durable.
 */
@Component
class QuotaStatuses {

    private static final Logger log = LoggerFactory.getLogger(QuotaStatuses.class);
    private static final String ENDED = "SELECT * FROM organizations_with_ended_quotas(CAST(? AS timestamptz))";
    private static final String ENDED_OVERRIDES =
            "SELECT * FROM organizations_with_ended_overrides(CAST(? AS timestamptz))";

    private final TenantTransactions transactions;
    private final DSLContext sql;
    private final QuotaBooks books;
    private final SpentCounters counters;
    private final ToldTopic told;
    private final ControlSignals signals;
    private final QuotaWorkers workers;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Set<QuotaId> looking = ConcurrentHashMap.newKeySet();

    private record Crossing(ToldStatus before, ToldStatus after, Utilization utilization) {}

    QuotaStatuses(
            TenantTransactions transactions,
            DSLContext sql,
            QuotaBooks books,
            SpentCounters counters,
            ToldTopic told,
            ControlSignals signals,
            QuotaWorkers workers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transactions = transactions;
        this.sql = sql;
        this.books = books;
        this.counters = counters;
        this.told = told;
        this.signals = signals;
        this.workers = workers;
        this.events = events;
        this.clock = clock;
    }

    /** Looks at what scripts answer: from a place on, the name of counters and what is spent, again and again. */
    void look(QuotaBook book, List<String> answer, int from) {
        Instant now = clock.instant();
        for (int at = from; at < answer.size(); at += 6) {
            String key = answer.get(at);
            Amounts spent = Amounts.parse(answer.subList(at + 1, at + 6));
            book.find(BookedQuota.idIn(key))
                    .filter(quota ->
                            quota.isRolling() || quota.period(now).from().equals(BookedQuota.startIn(key)))
                    .filter(quota -> differs(book, quota, spent, now))
                    .ifPresent(quota ->
                            lookLater(book.organization(), quota.quota().id()));
        }
    }

    private static boolean differs(QuotaBook book, BookedQuota booked, Amounts spent, Instant now) {
        Quota quota = booked.quota();
        QuotaStatus status = quota.status(quota.limitsAt(now).percent(spent));
        return book.told(quota.id()).map(ToldStatus::status).orElse(QuotaStatus.OK) != status;
    }

    /** Looks at quotas whose status may be another one than was told last. */
    void look(QuotaBook book, Set<QuotaId> ids) {
        Instant now = clock.instant();
        List<BookedQuota> changed =
                ids.stream().map(book::find).flatMap(Optional::stream).toList();
        Map<QuotaId, SpentCounters.Count> counts = counters.read(book.organization(), changed, now);
        for (BookedQuota quota : changed) {
            SpentCounters.Count count = counts.get(quota.quota().id());
            if (count != null && differs(book, quota, count.spent(), now)) {
                look(book.organization(), quota.quota().id());
            }
        }
    }

    /** Looks on another thread, unless somebody here is about to. */
    void lookLater(OrganizationId organization, QuotaId id) {
        if (looking.add(id)) {
            workers.run(() -> {
                looking.remove(id);
                look(organization, id);
            });
        }
    }

    /** Tells the status when it is another one than was told last. False when it is not known now. */
    boolean look(OrganizationId organization, QuotaId id) {
        try {
            Optional<Crossing> found = transactions.write(organization, bound -> crossing(bound, organization, id));
            found.ifPresent(crossing -> tell(organization, id, crossing));
            return found.isPresent();
        } catch (RuntimeException e) {
            Postponed.log(log, "The status of quota " + id + " is looked at", e);
            return false;
        }
    }

    private Optional<Crossing> crossing(DSLContext bound, OrganizationId organization, QuotaId id) {
        QuotaStatusTable table = new QuotaStatusTable(bound, organization);
        QuotaBook book = books.of(organization);
        Instant now = clock.instant();
        Optional<Quota> found = new QuotaTable(bound, organization).find(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        BookedQuota quota = new BookedQuota(found.get(), book.zone());
        TimeWindow period = quota.period(now);
        return table.lock(id, period.to())
                .flatMap(before -> counters.read(organization, quota, now)
                        .map(count -> crossing(table, before, new Utilization(quota, period, count, now))));
    }

    private Crossing crossing(QuotaStatusTable table, ToldStatus before, Utilization utilization) {
        ToldStatus after =
                new ToldStatus(utilization.status(), utilization.period().to());
        if (!after.equals(before)) {
            Quota quota = utilization.quota().quota();
            table.update(quota.id(), after);
            if (after.status() != QuotaStatus.OK) {
                events.publishEvent(new QuotaCrossed(quota, utilization.shown(before.status())));
            }
        }
        return new Crossing(before, after, utilization);
    }

    private void tell(OrganizationId organization, QuotaId id, Crossing crossing) {
        books.of(organization).tell(id, crossing.after());
        if (crossing.after().status() != crossing.before().status()) {
            told.send(new ToldTopic.Told(organization, id, crossing.after()));
            signals.send(
                    organization, crossing.utilization().shown(crossing.before().status()));
        }
    }

    /**
     * A period that is over ends its status, also where nothing else happens, and so does a window that moves on. An override that has
     * expired may change it either way.
     */
    @Scheduled(fixedDelay = 1_000)
    void lookAtEnded() {
        Instant now = clock.instant();
        try {
            organizations(ENDED, now).forEach(organization -> lookAtEnded(organization, now));
            organizations(ENDED_OVERRIDES, now).forEach(organization -> lookAtEndedOverrides(organization, now));
        } catch (RuntimeException e) {
            Postponed.log(log, "Ended periods are looked at", e);
        }
    }

    private List<OrganizationId> organizations(String query, Instant now) {
        return sql.fetch(query, now.atOffset(ZoneOffset.UTC))
                .map(row -> new OrganizationId(Objects.requireNonNull(row.get(0, UUID.class))));
    }

    private void lookAtEnded(OrganizationId organization, Instant now) {
        Map<QuotaId, ToldStatus> told =
                transactions.read(organization, bound -> new QuotaStatusTable(bound, organization).all());
        told.forEach((id, status) -> {
            if (status.status() != QuotaStatus.OK && !status.periodEnd().isAfter(now)) {
                look(organization, id);
            }
        });
    }

    private void lookAtEndedOverrides(OrganizationId organization, Instant now) {
        transactions
                .read(organization, bound -> new QuotaTable(bound, organization).endedOverrides(now))
                .forEach(id -> {
                    if (look(organization, id)) {
                        transactions.write(organization, bound -> {
                            new QuotaTable(bound, organization).overrideLooked(id, now);
                            return id;
                        });
                    }
                });
    }
}
