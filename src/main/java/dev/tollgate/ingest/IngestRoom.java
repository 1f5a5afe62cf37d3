package dev.tollgate.ingest;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Bounds the events that are in memory on this node: those being read from requests and those that wait to be committed. Who
 * finds no room is refused at once. Safe from any thread.
 */
@Component
public class IngestRoom {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final int STEP = 256;

    private final Semaphore free;

    IngestRoom(IngestSettings settings, MeterRegistry meters) {
        this.free = new Semaphore(settings.queuedEvents());
        Gauge.builder("tollgate.ingest.queue.events", () -> settings.queuedEvents() - free.availablePermits())
                .description("Events that are being read or wait to be committed")
                .register(meters);
    }

    /** A place with no room yet. */
    public Place enter() {
        return new Place();
    }

    void giveBack(int events) {
        free.release(events);
    }

    /** The room of one request. Closing it gives back what was not handed over. Not safe for several threads. */
    public final class Place implements AutoCloseable {

        private int held;

        private Place() {}

        /** Makes sure that so many events have room; throws RATE_LIMITED at once when they have not. */
        public void hold(int events) {
            int missing = events - held;
            // A few more than asked for, so that not every event asks.
            int ahead = Math.max(missing, Math.min(held, STEP));
            if (missing <= 0) {
                return;
            }
            if (free.tryAcquire(ahead)) {
                held += ahead;
            } else if (free.tryAcquire(missing)) {
                held += missing;
            } else {
                throw ProblemException.retryLater(
                        ErrorCode.RATE_LIMITED, "Too many events wait to be stored. Try again shortly.", RETRY_AFTER);
            }
        }

        /** Leaves the room of so many events to someone who gives it back with {@link IngestRoom#giveBack}. */
        void handOver(int events) {
            hold(events);
            held -= events;
        }

        @Override
        public void close() {
            free.release(held);
            held = 0;
        }
    }
}
