package dev.tollgate.ingest;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import dev.tollgate.usage.LedgerRow;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Takes usage events: the one way into the ledger. Safe from any thread; the calling thread waits until they are durable. */
@Component
public class UsageIntake {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EventRows events;
    private final GroupCommit commit;
    private final IngestRoom room;
    private final IngestSettings settings;
    private final Counter accepted;
    private final Counter duplicates;
    private final Counter rejected;

    UsageIntake(EventRows events, GroupCommit commit, IngestRoom room, IngestSettings settings, MeterRegistry meters) {
        this.events = events;
        this.commit = commit;
        this.room = room;
        this.settings = settings;
        this.accepted = counter(meters, "accepted");
        this.duplicates = counter(meters, "duplicate");
        this.rejected = counter(meters, "rejected");
    }

    /**
     * Records events. Each is checked by itself: a bad one is rejected and the others are recorded. Returns once all that were
     * not rejected are durable; an event that is in the ledger already counts as a duplicate.
     *
     * @throws ProblemException RATE_LIMITED when too much waits to be stored, UNAVAILABLE when the database is away: then some
     *     of the events may be stored, and sending all of them again is safe
     */
    public IngestReceipt record(IngestSource source, List<Submitted> submitted) {
        try (IngestRoom.Place place = room.enter()) {
            return record(source, submitted, place);
        }
    }

    /** The same for events that a place was held for while they were read. */
    public IngestReceipt record(IngestSource source, List<Submitted> submitted, IngestRoom.Place place) {
        place.hold(submitted.size());
        EventRows.Made made = events.of(source, submitted);
        int sent = made.rows().size();
        int added = store(source, made.rows(), place);
        accepted.increment(added);
        duplicates.increment((double) sent - added);
        rejected.increment(made.rejected().size());
        return new IngestReceipt(added, sent - added, made.rejected());
    }

    private int store(IngestSource source, List<LedgerRow> rows, IngestRoom.Place place) {
        List<CompletableFuture<Integer>> parts = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += settings.commitEvents()) {
            int to = Math.min(rows.size(), from + settings.commitEvents());
            parts.add(commit.submit(source.organization(), rows.subList(from, to), place));
        }
        return parts.stream().mapToInt(UsageIntake::await).sum();
    }

    private static int await(CompletableFuture<Integer> part) {
        try {
            return part.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw new IllegalStateException("events could not be stored", e.getCause());
        } catch (TimeoutException e) {
            throw unavailable("The database takes too long. Sending the events again is safe.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("The node is stopping. Sending the events again is safe.", e);
        }
    }

    private static ProblemException unavailable(String message, Exception cause) {
        ProblemException problem = ProblemException.retryLater(ErrorCode.UNAVAILABLE, message, Duration.ofSeconds(1));
        problem.initCause(cause);
        return problem;
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("tollgate.ingest.events")
                .description("Usage events sent, by what became of them")
                .tag("outcome", outcome)
                .register(meters);
    }
}
