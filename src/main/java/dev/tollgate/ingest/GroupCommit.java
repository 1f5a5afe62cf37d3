package dev.tollgate.ingest;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.usage.LedgerRow;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Commits what many requests hand in together: one writer takes what has gathered, stores it in one transaction, and then
 * answers everybody who waits for it. What waits is bounded by {@link IngestRoom}.
 */
@Component
class GroupCommit implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    /**
     * How long a commit waits for company, when the one before had some. A commit costs the disk and the processors more than this,
     * so that several requests sharing it get their answers sooner.
     */
    private static final Duration LINGER = Duration.ofMillis(10);

    /** Below the phases of the web server. */
    private static final int PHASE = DEFAULT_PHASE / 2;

    /** How often the idle writer looks whether it should stop. */
    private static final long IDLE_MS = 200;

    private final LedgerTransaction transaction;
    private final int commitEvents;
    private final IngestRoom room;
    private final LinkedBlockingQueue<Submission> queue = new LinkedBlockingQueue<>();
    private final DistributionSummary eventsPerCommit;
    private boolean crowded;
    private volatile boolean running;
    private Thread writer = Thread.currentThread();

    GroupCommit(LedgerTransaction transaction, IngestRoom room, IngestSettings settings, MeterRegistry meters) {
        this.transaction = transaction;
        this.commitEvents = settings.commitEvents();
        this.room = room;
        this.eventsPerCommit = DistributionSummary.builder("tollgate.ingest.commit.events")
                .description("Events stored in one commit")
                .register(meters);
    }

    /**
     * Hands in rows of one organization, with the room they take. The future tells how many of them were new, once all are
     * durable; it fails with a {@link ProblemException}.
     */
    CompletableFuture<Integer> submit(OrganizationId organization, List<LedgerRow> rows, IngestRoom.Place place) {
        if (!running) {
            throw ProblemException.retryLater(
                    ErrorCode.UNAVAILABLE, "This node is stopping. Send the events again.", RETRY_AFTER);
        }
        place.handOver(rows.size());
        Submission submission = new Submission(organization, rows);
        queue.add(submission);
        return submission.added().whenComplete((added, failure) -> room.giveBack(rows.size()));
    }

    private void write() {
        while (running || !queue.isEmpty()) {
            try {
                List<Submission> gathered = gather();
                if (!gathered.isEmpty()) {
                    eventsPerCommit.record(
                            gathered.stream().mapToInt(Submission::size).sum());
                    transaction.store(gathered);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.error("The ledger writer goes on after a failure", e);
            }
        }
    }

    private List<Submission> gather() throws InterruptedException {
        List<Submission> gathered = new ArrayList<>();
        Submission next = queue.poll(IDLE_MS, TimeUnit.MILLISECONDS);
        long deadline = System.nanoTime() + (crowded ? LINGER.toNanos() : 0);
        int events = 0;
        while (next != null) {
            gathered.add(next);
            events += next.size();
            next = following(commitEvents - events, deadline);
        }
        crowded = gathered.size() > 1;
        return gathered;
    }

    /** The next submission when it fits and comes in time. */
    private @Nullable Submission following(int room, long deadline) throws InterruptedException {
        Submission following = queue.peek();
        if (following != null) {
            return following.size() <= room ? queue.poll() : null;
        }
        // What is polled here was never seen and may be too large: a commit can exceed its size by one submission.
        return queue.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void start() {
        running = true;
        writer = Thread.ofPlatform().name("ledger-writer").start(this::write);
    }

    /** Stores what has been handed in already; nothing more is taken. */
    @Override
    public void stop() {
        running = false;
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins before requests come in, and ends after the last of them is answered. */
    @Override
    public int getPhase() {
        return PHASE;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
