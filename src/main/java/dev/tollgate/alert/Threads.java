package dev.tollgate.alert;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends threads at the end of the node. */
final class Threads {

    private static final long PATIENCE_S = 5;

    private Threads() {}

    /** Lets what is under way come to its end for a while: interrupted, a statement would break its connection. */
    static void end(ExecutorService threads) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE_S, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            threads.shutdownNow();
        }
    }
}
