package dev.tollgate.rollup;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.usage.UsageCommitted;
import java.util.HashSet;
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

    private final Roller roller;
    private final LogTrim trim;
    private final RollupFreshness freshness;
    private final DSLContext sql;
    private final RollupSettings settings;
    private final BlockingQueue<OrganizationId> committed = new LinkedBlockingQueue<>();
    private volatile boolean running;
    private Thread worker = Thread.currentThread();

    RollupWorker(Roller roller, LogTrim trim, RollupFreshness freshness, DSLContext sql, RollupSettings settings) {
        this.roller = roller;
        this.trim = trim;
        this.freshness = freshness;
        this.sql = sql;
        this.settings = settings;
    }

    @EventListener
    void wake(UsageCommitted commit) {
        committed.add(commit.organization());
    }

    private void work() {
        long swept = 0;
        while (running) {
            try {
                Set<OrganizationId> waiting = waiting();
                long now = System.nanoTime();
                if (now - swept >= settings.sweep().toNanos()) {
                    waiting.addAll(freshness.organizationsWaiting(sql));
                    swept = now;
                }
                waiting.forEach(this::roll);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.warn("Rolling up is tried again: {}", e.getMessage());
            }
        }
    }

    /** Waits for a commit, at most until the next sweep, and then a little longer so that more of them gather. */
    private Set<OrganizationId> waiting() throws InterruptedException {
        Set<OrganizationId> waiting = new HashSet<>();
        OrganizationId first = committed.poll(settings.sweep().toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            waiting.add(first);
            TimeUnit.NANOSECONDS.sleep(settings.interval().toNanos());
            committed.drainTo(waiting);
        }
        return waiting;
    }

    private void roll(OrganizationId organization) {
        try {
            Roller.Outcome outcome = Roller.Outcome.ROLLED;
            while (running && outcome == Roller.Outcome.ROLLED) {
                outcome = roller.roll(organization);
            }
            trim.watch(organization);
            if (outcome == Roller.Outcome.BUSY) {
                // The other node may have looked before our commit.
                committed.add(organization);
            }
        } catch (RuntimeException e) {
            log.warn("Organization {} could not be rolled up; it is tried again", organization, e);
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
