package dev.tollgate.quota;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.redis.RedisTopics;
import dev.tollgate.usage.UsageCommitted;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has this node's commits counted as soon as they are durable. What is not counted for whatever reason, Redis being away or a node
 * that died, is read from the log when this node looks.
 */
@Component
class CommitFollower {

    private static final Logger log = LoggerFactory.getLogger(CommitFollower.class);
    private static final long PAUSE_NANOS = 20_000_000;
    private static final int MOST_TRIES = 100;

    private final QuotaBooks books;
    private final CommitCounter counter;
    private final Reservations reservations;
    private final QuotaWorkers workers;
    private final RedisTopics topics;
    private final AtomicLong missed = new AtomicLong();
    private final Map<OrganizationId, Mailbox> mailboxes = new ConcurrentHashMap<>();

    private static final class Mailbox {

        private final Queue<UsageCommitted> waiting = new ConcurrentLinkedQueue<>();
        private final ReentrantLock emptying = new ReentrantLock();
    }

    CommitFollower(
            QuotaBooks books,
            CommitCounter counter,
            Reservations reservations,
            QuotaWorkers workers,
            RedisTopics topics) {
        this.books = books;
        this.counter = counter;
        this.reservations = reservations;
        this.workers = workers;
        this.topics = topics;
    }

    @EventListener
    void committed(UsageCommitted commit) {
        Mailbox mailbox = mailboxes.computeIfAbsent(commit.organization(), _ -> new Mailbox());
        mailbox.waiting.add(commit);
        workers.run(() -> empty(commit.organization(), mailbox));
    }

    private void empty(OrganizationId organization, Mailbox mailbox) {
        mailbox.emptying.lock();
        try {
            for (UsageCommitted next = mailbox.waiting.poll(); next != null; next = mailbox.waiting.poll()) {
                count(next);
            }
        } catch (RuntimeException e) {
            // They are in the log with their reservations: waiting for Redis here would only fill the memory.
            mailbox.waiting.clear();
            Postponed.log(log, "Commits of organization " + organization + " are counted", e);
        } finally {
            mailbox.emptying.unlock();
        }
    }

    /** Only once a call is counted is what was reserved or settled for it not. What takes too long is read from the log later. */
    private void count(UsageCommitted commit) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            switch (counter.add(commit)) {
                case COUNTED -> {
                    return;
                }
                case KNOWN -> {
                    List<String> ids = commit.batch().reservations();
                    if (!ids.isEmpty()) {
                        reservations.recorded(commit.organization(), ids);
                    }
                    return;
                }
                case BUSY -> LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /**
     * Sees to it that everything committed before is counted, the first time an organization is active here and after each outage of
     * Redis, which may come back with what it had earlier. False when that takes long.
     */
    boolean ensureCounted(QuotaBook book) {
        long outages = outages();
        for (int tries = 0; tries < MOST_TRIES && !book.isCaughtUp(outages); tries++) {
            if (counter.catchUp(book.organization()) == CommitCounter.Outcome.BUSY) {
                LockSupport.parkNanos(PAUSE_NANOS);
            } else {
                book.caughtUp(outages);
            }
        }
        return book.isCaughtUp(outages);
    }

    /** A call met a Redis that is away, perhaps for too short a time for others to see. */
    void missedRedis() {
        missed.incrementAndGet();
    }

    private long outages() {
        return missed.get() + topics.returns();
    }

    @Scheduled(fixedDelay = 1_000)
    void look() {
        for (QuotaBook book : books.active()) {
            try {
                if (!book.isEmpty()) {
                    counter.catchUp(book.organization());
                }
            } catch (RuntimeException e) {
                Postponed.log(log, "Commits of organization " + book.organization() + " are counted", e);
            }
        }
    }
}
