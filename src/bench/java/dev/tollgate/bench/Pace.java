package dev.tollgate.bench;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/** Does something so many times a second, by several threads, until it is closed. What comes late is made up for. */
final class Pace implements AutoCloseable {

    private final long intervalNanos;
    private final LongConsumer work;
    private final long start = System.nanoTime();
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final ExecutorService threads;
    private volatile boolean running = true;

    Pace(double timesPerSecond, int threadCount, LongConsumer work) {
        this.intervalNanos = (long) (1e9 / timesPerSecond);
        this.work = work;
        this.threads = Executors.newFixedThreadPool(threadCount);
        for (int i = 0; i < threadCount; i++) {
            threads.execute(this::repeat);
        }
    }

    /** How often it was done. */
    long done() {
        return done.get();
    }

    private void repeat() {
        while (running) {
            long number = next.getAndIncrement();
            long due = start + number * intervalNanos;
            while (running && System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            if (running) {
                work.accept(number);
                done.incrementAndGet();
            }
        }
    }

    @Override
    public void close() {
        running = false;
        threads.close();
    }
}
