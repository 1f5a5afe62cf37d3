package dev.tollgate.rollup;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.usage.UsageCommitted;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Rolls up soon after each commit of this node, and now and then what other nodes left behind. */
@Component
class RollupWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RollupWorker.class);

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    /** What a pause is lengthened by for each organization that was rolled up, and for each {@link #EVENTS} of events. */
    private static final Duration STEP = Duration.ofMillis(10);

    private static final int EVENTS = 200;

    private final Roller roller;
    private final LogTrim trim;
    private final RollupFreshness freshness;
    private final DSLContext sql;
    private final RollupSettings settings;
    private final BlockingQueue<OrganizationId> committed = new LinkedBlockingQueue<>();
    private long pause;
    private long swept;
    private volatile boolean running;
    private Thread worker = Thread.currentThread();

    RollupWorker(Roller roller, LogTrim trim, RollupFreshness freshness, DSLContext sql, RollupSettings settings) {
        this.roller = roller;
        this.trim = trim;
        this.freshness = freshness;
        this.sql = sql;
        this.settings = settings;
        this.pause = settings.interval().toNanos();
        this.swept = System.nanoTime() - settings.sweep().toNanos();
    }

    @EventListener
    void wake(UsageCommitted commit) {
        committed.add(commit.organization());
    }

    private void work() {
        Set<OrganizationId> due = new LinkedHashSet<>();
        while (running) {
            try {
                if (due.isEmpty()) {
                    awaitCommit();
                }
                committed.drainTo(due);
                due.addAll(leftBehind());
                due = roll(due);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.warn("Rolling up is tried again: {}", e.getMessage());
            }
        }
    }

    /** Waits for a commit, at most until the next sweep, and then a little longer so that more of them gather. */
    private void awaitCommit() throws InterruptedException {
        OrganizationId first = committed.poll(settings.sweep().toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            committed.add(first);
            TimeUnit.NANOSECONDS.sleep(pause);
        }
    }

    /** What waits on any node, when it is time to look. */
    private List<OrganizationId> leftBehind() {
        long now = System.nanoTime();
        if (now - swept < settings.sweep().toNanos()) {
            return List.of();
        }
        swept = now;
        return freshness.organizationsWaiting(sql);
    }

    /**
     * Rolls up each organization once, so that a busy one does not keep the others waiting. Returns those of which more waits.
     */
    private Set<OrganizationId> roll(Set<OrganizationId> due) {
        Set<OrganizationId> again = new LinkedHashSet<>();
        int events = 0;
        for (OrganizationId organization : due) {
            Roller.Roll roll = roll(organization);
            events += roll.events();
            switch (roll.outcome()) {
                case MORE -> again.add(organization);
                // The other node may have looked before our commit.
                case BUSY -> committed.add(organization);
                case DONE -> {}
            }
        }
        pause = pauseAfter(due.size(), events);
        return again;
    }

    /**
     * The more there was, the longer: few large rolls write less than many small ones. How long it took does not count, since longer
     * pauses make longer rolls.
     */
    private long pauseAfter(int organizations, int events) {
        long earned = Math.max(organizations, events / EVENTS) * STEP.toNanos();
        return Math.max(settings.interval().toNanos(), Math.min(earned, LONGEST_PAUSE.toNanos()));
    }

    private Roller.Roll roll(OrganizationId organization) {
        try {
            trim.watch(organization);
            return running ? roller.roll(organization) : Roller.Roll.NOTHING;
        } catch (RuntimeException e) {
            log.warn("Organization {} could not be rolled up; it is tried again", organization, e);
            return Roller.Roll.NOTHING;
        }
    }

    @Override
    public void start() {
        running = true;
        worker = Thread.ofPlatform().name("roller").start(this::work);
    }

    @Override
    public void stop() {
        running = false;
        worker.interrupt();
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
