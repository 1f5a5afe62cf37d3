package dev.tollgate.quota;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.quota.LedgerCount.Asked;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redisson.api.RMap;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sets counters that are not there, of a new quota or because Redis was lost, to what the ledger says. One node at a time does it for an
 * organization, and commits are not counted meanwhile, so that none is left out and none counted twice.
 */
@Component
class CounterRebuild {

    private static final Logger log = LoggerFactory.getLogger(CounterRebuild.class);
    /**
     * Longer than counting takes, with all kinds of windows that roll on all kinds of scopes: some 2,000 reads. So long nothing is counted
     * when a node dies at it.
     */
    private static final Duration LOCKED = Duration.ofMinutes(2);

    /** As far as events may be from our clock: a period that begins or ended so recently is counted too. */
    private static final Duration SKEW = Duration.ofMinutes(6);

    private static final int ROWS_AT_ONCE = 500;
    private static final String APPLIED = "applied";
    private static final String REVISION = "revision";

    private final QuotaBooks books;
    private final Counters counters;
    private final LedgerCount ledger;
    private final QuotaSettings settings;
    private final RedissonClient redis;
    private final Clock clock;

    CounterRebuild(
            QuotaBooks books,
            Counters counters,
            LedgerCount ledger,
            QuotaSettings settings,
            RedissonClient redis,
            Clock clock) {
        this.books = books;
        this.counters = counters;
        this.ledger = ledger;
        this.settings = settings;
        this.redis = redis;
        this.clock = clock;
    }

    /** Counts what is not counted; false when somebody else is at it. */
    boolean run(OrganizationId organization) {
        return locked(organization, token -> count(books.fresh(organization), token));
    }

    /** The same of these quotas alone, some of which may be no more: with many others, asking for all takes Redis long. */
    boolean run(OrganizationId organization, Set<QuotaId> changed) {
        return locked(organization, token -> count(books.fresh(organization), token, changed));
    }

    private boolean locked(OrganizationId organization, Predicate<String> work) {
        String token = UUID.randomUUID().toString();
        if (!redis.getBucket(Counters.root(organization) + ":lock", StringCodec.INSTANCE)
                .setIfAbsent(token, LOCKED)) {
            return false;
        }
        try {
            return work.test(token);
        } finally {
            counters.run(CounterScript.UNLOCK, organization, List.of(token));
        }
    }

    /** Forgets what was counted from the ledger; what is held and settled stays. */
    void forget(OrganizationId organization) {
        redis.getKeys().delete(Counters.root(organization));
    }

    private boolean count(QuotaBook book, String token) {
        return count(book, token, marks(book.organization()).readAllMap(), book.all());
    }

    private boolean count(QuotaBook book, String token, Set<QuotaId> changed) {
        Set<String> fields = Stream.concat(Stream.of(APPLIED), changed.stream().map(QuotaId::toString))
                .collect(Collectors.toSet());
        Map<String, String> marks = marks(book.organization()).getAll(fields);
        return marks.containsKey(APPLIED)
                ? count(
                        book,
                        token,
                        marks,
                        changed.stream()
                                .map(book::find)
                                .flatMap(Optional::stream)
                                .toList())
                : count(book, token);
    }

    private boolean count(QuotaBook book, String token, Map<String, String> marks, Collection<BookedQuota> quotas) {
        forgetDeleted(book, marks.keySet());
        List<Asked> missing = quotas.stream()
                .filter(booked -> !marks.containsKey(booked.quota().id().toString()))
                .flatMap(this::periods)
                .toList();
        if (missing.isEmpty()) {
            return true;
        }
        String applied = marks.get(APPLIED);
        long atLeast = applied == null ? ledger.newest(book.organization()) : Long.parseLong(applied);
        LedgerCount.Counted counted = ledger.count(book, missing, atLeast);
        log.debug("Counting {} periods of quotas of {} anew", missing.size(), book.organization());
        if (applied == null) {
            recordReservations(book.organization(), counted.through());
        }
        return install(book, token, counted);
    }

    private RMap<String, String> marks(OrganizationId organization) {
        return redis.getMap(Counters.root(organization), StringCodec.INSTANCE);
    }

    /** The book was read under the lock, so that a mark of none of its quotas is of one that is no more. */
    private void forgetDeleted(QuotaBook book, Set<String> marks) {
        String[] deleted = marks.stream()
                .filter(mark -> !mark.equals(APPLIED) && !mark.equals(REVISION))
                .filter(mark -> book.find(new QuotaId(UUID.fromString(mark))).isEmpty())
                .toArray(String[]::new);
        if (deleted.length > 0) {
            marks(book.organization()).fastRemove(deleted);
        }
    }

    /**
     * What was reserved or settled for calls that are about to be counted from the ledger. Before these are: until then nobody decides by
     * the counters.
     */
    private void recordReservations(OrganizationId organization, long through) {
        List<String> ids = Reservations.ids(ledger.reservations(organization, through));
        for (int from = 0; from < ids.size(); from += ROWS_AT_ONCE) {
            List<String> arguments = new ArrayList<>(List.of(
                    Long.toString(clock.millis()),
                    Long.toString(settings.remembered().toMillis())));
            arguments.addAll(ids.subList(from, Math.min(ids.size(), from + ROWS_AT_ONCE)));
            counters.run(CounterScript.RECORDED, organization, arguments);
        }
    }

    private Stream<Asked> periods(BookedQuota booked) {
        Instant now = clock.instant();
        return booked.quota()
                .rule()
                .period()
                .rolling()
                .map(rolling -> rolling.steps(now.minus(SKEW), now.plus(SKEW)))
                .orElseGet(() -> Stream.of(now.minus(SKEW), now.plus(SKEW), now)
                        .map(booked::period)
                        .distinct())
                .map(period -> new Asked(booked, period));
    }

    /** All periods of a quota go in one step with its mark, so that a mark never stands for a part of them. */
    private boolean install(QuotaBook book, String token, LedgerCount.Counted counted) {
        List<String> head = List.of(token, Long.toString(book.revision()), Long.toString(counted.through()));
        List<String> arguments = new ArrayList<>(head);
        int rows = 0;
        for (List<Map.Entry<Asked, Amounts>> periods : byQuota(counted)) {
            periods.forEach(period -> arguments.addAll(row(period, counted.through())));
            rows += periods.size();
            if (rows >= ROWS_AT_ONCE) {
                if (!installed(book.organization(), arguments)) {
                    return false;
                }
                arguments.subList(head.size(), arguments.size()).clear();
                rows = 0;
            }
        }
        return installed(book.organization(), arguments);
    }

    private boolean installed(OrganizationId organization, List<String> arguments) {
        return counters.run(CounterScript.INSTALL, organization, arguments)
                .getFirst()
                .equals("DONE");
    }

    private static Collection<List<Map.Entry<Asked, Amounts>>> byQuota(LedgerCount.Counted counted) {
        return counted.byAsked().entrySet().stream()
                .collect(Collectors.groupingBy(entry -> entry.getKey().quota()))
                .values();
    }

    private static List<String> row(Map.Entry<Asked, Amounts> counted, long through) {
        Asked asked = counted.getKey();
        List<String> row = new ArrayList<>(List.of(
                asked.quota().quota().id().toString(),
                Long.toString(through),
                asked.key(),
                asked.quota().keepMillis(asked.period())));
        row.addAll(counted.getValue().texts());
        return row;
    }
}
