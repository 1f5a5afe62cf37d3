package dev.tollgate.quota;

import dev.tollgate.testing.Seed;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Callers that do the same at the same time, each with its own choices. */
final class Callers {

    private static final int CALLERS = 64;

    private Callers() {}

    /** What a caller does in one try. */
    @FunctionalInterface
    interface Turn {

        /** The caller is a number from 0 on. */
        void take(int caller, Random random);
    }

    /** So many tries, evenly spread over 64 callers. */
    static void run(int tries, Turn turn) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> callers = IntStream.range(0, CALLERS)
                    .<Future<?>>mapToObj(caller -> threads.submit(() -> run(caller, tries / CALLERS, turn)))
                    .toList();
            for (Future<?> caller : callers) {
                caller.get();
            }
        }
    }

    private static void run(int caller, int tries, Turn turn) {
        Random random = new Random(Seed.value() + caller);
        for (int i = 0; i < tries; i++) {
            turn.take(caller, random);
        }
    }
}
