package dev.tollgate.quota;

import dev.tollgate.analytics.UsageSlices;
import dev.tollgate.live.ControlSignals;
import dev.tollgate.organization.Organizations;
import dev.tollgate.redis.RedisTopics;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.usage.Attributions;
import dev.tollgate.usage.CommitReader;
import java.time.Clock;
import java.time.Duration;
import org.jooq.DSLContext;
import org.redisson.api.RedissonClient;
import org.springframework.context.ApplicationContext;

/** Makes more nodes on the same database and Redis, as far as quotas are concerned. */
class Nodes {

    static final QuotaSettings SETTINGS = new QuotaSettings(Duration.ofMinutes(10), Duration.ofDays(1));

    private final ApplicationContext beans;

    Nodes(ApplicationContext beans) {
        this.beans = beans;
    }

    /** The parts of a node that tests use. */
    record Node(
            QuotaBooks books,
            QuotaGate gate,
            Reservations reservations,
            CommitCounter counter,
            QuotaStatuses statuses,
            ToldFollower told,
            QuotaWorkers workers)
            implements AutoCloseable {

        @Override
        public void close() {
            told.close();
            workers.close();
            books.close();
        }
    }

    Node create() {
        return create(beans.getBean(RedissonClient.class));
    }

    /** A node with its own way to Redis. */
    Node create(RedissonClient redis) {
        TenantTransactions transactions = beans.getBean(TenantTransactions.class);
        Organizations organizations = beans.getBean(Organizations.class);
        RedisTopics topics = beans.getBean(RedisTopics.class);
        Clock clock = beans.getBean(Clock.class);
        Counters counters = new Counters(redis);
        QuotaWorkers workers = new QuotaWorkers();
        QuotaBooks books = new QuotaBooks(transactions, organizations, topics, workers);
        CommitReader log = beans.getBean(CommitReader.class);
        CommitFold fold = new CommitFold(beans.getBean(Attributions.class), transactions);
        LedgerCount ledger = new LedgerCount(new LedgerUse(beans.getBean(UsageSlices.class), organizations), log, fold);
        CounterRebuild rebuild = new CounterRebuild(books, counters, ledger, SETTINGS, redis, clock);
        ToldTopic told = new ToldTopic(topics);
        QuotaStatuses statuses = new QuotaStatuses(
                transactions,
                beans.getBean(DSLContext.class),
                books,
                new SpentCounters(counters),
                told,
                beans.getBean(ControlSignals.class),
                workers,
                beans,
                clock);
        ToldFollower toldFollower = new ToldFollower(transactions, books, statuses, workers, told);
        CommitCounter counter =
                new CommitCounter(books, counters, rebuild, fold, log, statuses, SETTINGS, redis, clock);
        Reservations reservations = new Reservations(counters, books, statuses, SETTINGS, clock);
        QuotaGate gate = new QuotaGate(
                books,
                counters,
                new RateGate(redis, clock),
                rebuild,
                new CommitFollower(books, counter, reservations, workers, topics),
                reservations,
                new LedgerDecision(ledger),
                topics,
                SETTINGS,
                clock);
        return new Node(books, gate, reservations, counter, statuses, toldFollower, workers);
    }
}
