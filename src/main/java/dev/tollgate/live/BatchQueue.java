package dev.tollgate.live;

import dev.tollgate.usage.UsageBatch;
import java.util.concurrent.ArrayBlockingQueue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Commits on their way to a reader that may be slower than they come: what does not fit is dropped, and the reader is told. */
final class BatchQueue {

    private static final int MOST = 1_000;

    private final Sinks.Many<Entry> sink = Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(MOST));
    private long droppedThrough;
    private long last = Long.MAX_VALUE;

    /**
     * A commit.
     *
     * @param droppedThrough the number of the last commit that was dropped; 0 when none was
     */
    record Entry(UsageBatch batch, long droppedThrough) {}

    /** Never waits. Commits that the feed left out count as dropped. */
    synchronized void add(UsageBatch batch) {
        droppedThrough = batch.sequence() - 1 > last ? batch.sequence() - 1 : droppedThrough;
        last = batch.sequence();
        if (!batch.samples().isEmpty()
                && sink.tryEmitNext(new Entry(batch, droppedThrough)).isFailure()) {
            droppedThrough = batch.sequence();
        }
    }

    Flux<Entry> flux() {
        return sink.asFlux();
    }
}
