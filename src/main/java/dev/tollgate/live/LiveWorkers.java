package dev.tollgate.live;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The threads of the live feed. */
@Component
class LiveWorkers implements AutoCloseable {

    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ticker").factory());
    private final Scheduler scheduler = Schedulers.fromExecutorService(Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("live-", 0).factory()));

    /** Where items become answers: a virtual thread while there is something to do. */
    Scheduler scheduler() {
        return scheduler;
    }

    /** Runs a task again and again; it must be quick and not throw. Tasks begin at different times, so that they do not coincide. */
    ScheduledFuture<?> every(Duration period, Runnable task) {
        long nanos = period.toNanos();
        return ticker.scheduleAtFixedRate(
                task, ThreadLocalRandom.current().nextLong(nanos), nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        scheduler.dispose();
    }
}
