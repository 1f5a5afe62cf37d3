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
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private final QuotaBooks books;
    private final Counters counters;
    private final LedgerCount ledger;
    private final RedissonClient redis;
    private final Clock clock;

    CounterRebuild(QuotaBooks books, Counters counters, LedgerCount ledger, RedissonClient redis, Clock clock) {
        this.books = books;
        this.counters = counters;
        this.ledger = ledger;
        this.redis = redis;
        this.clock = clock;
    }

    /** Counts what is not counted; false when somebody else is at it. */
    boolean run(OrganizationId organization) {
        String token = UUID.randomUUID().toString();
        if (!redis.getBucket(Counters.root(organization) + ":lock", StringCodec.INSTANCE)
                .setIfAbsent(token, LOCKED)) {
            return false;
        }
        try {
            return count(books.fresh(organization), token);
        } finally {
            counters.run(CounterScript.UNLOCK, organization, List.of(token));
        }
    }

    /** Forgets what was counted from the ledger; what is held and settled stays. */
    void forget(OrganizationId organization) {
        redis.getKeys().delete(Counters.root(organization));
    }

    private boolean count(QuotaBook book, String token) {
        Map<String, String> meta = redis.<String, String>getMap(
                        Counters.root(book.organization()), StringCodec.INSTANCE)
                .readAllMap();
        List<Asked> missing = book.all().stream()
                .filter(booked -> !meta.containsKey(booked.quota().id().toString()))
                .flatMap(this::periods)
                .toList();
        if (missing.isEmpty()) {
            return true;
        }
        String applied = meta.get("applied");
        long atLeast = applied == null ? ledger.newest(book.organization()) : Long.parseLong(applied);
        LedgerCount.Counted counted = ledger.count(book, missing, atLeast);
        log.debug("Counting {} periods of quotas of {} anew", missing.size(), book.organization());
        return install(book, token, counted);
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
