package dev.tollgate.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Lets time pass while others work. */
final class Waiting {

    private Waiting() {}

    static void pass(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
