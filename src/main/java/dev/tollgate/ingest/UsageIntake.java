package dev.tollgate.ingest;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import dev.tollgate.ingest.IngestReceipt.Rejection;
import dev.tollgate.usage.Attribution;
import dev.tollgate.usage.AttributionId;
import dev.tollgate.usage.Attributions;
import dev.tollgate.usage.LedgerRow;
import dev.tollgate.usage.UsageEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes usage events: the one way into the ledger. Safe from any thread; the calling thread waits until they are durable. */
@Component
public class UsageIntake {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EventCheck check;
    private final Attributions attributions;
    private final GroupCommit commit;
    private final IngestSettings settings;
    private final JsonMapper json;
    private final Clock clock;
    private final Counter accepted;
    private final Counter duplicates;
    private final Counter rejected;

    UsageIntake(
            EventCheck check,
            Attributions attributions,
            GroupCommit commit,
            IngestSettings settings,
            JsonMapper json,
            Clock clock,
            MeterRegistry meters) {
        this.check = check;
        this.attributions = attributions;
        this.commit = commit;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
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
    public IngestReceipt record(IngestSource source, List<Submitted> events) {
        Instant now = clock.instant();
        List<LedgerRow> rows = new ArrayList<>(events.size());
        List<Rejection> rejections = new ArrayList<>();
        for (int index = 0; index < events.size(); index++) {
            try {
                rows.add(row(source, events.get(index), now));
            } catch (InvalidEventException e) {
                rejections.add(new Rejection(index, e.field(), e.reason()));
            }
        }
        int added = rows.isEmpty() ? 0 : store(source, rows);
        accepted.increment(added);
        duplicates.increment((double) rows.size() - added);
        rejected.increment(rejections.size());
        return new IngestReceipt(added, rows.size() - added, List.copyOf(rejections));
    }

    private LedgerRow row(IngestSource source, Submitted submitted, Instant now) throws InvalidEventException {
        return switch (submitted) {
            case Submitted.Event event -> row(source, check.check(source, event.draft(), now));
            case Submitted.Malformed malformed ->
                throw new InvalidEventException(malformed.field(), malformed.message());
        };
    }

    private LedgerRow row(IngestSource source, UsageEvent event) throws InvalidEventException {
        return new LedgerRow(event, attribution(source, event.attribution()), quantities(event));
    }

    private AttributionId attribution(IngestSource source, Attribution attribution) throws InvalidEventException {
        return attributions
                .idOf(source.organization(), attribution)
                .orElseThrow(
                        () -> new InvalidEventException(
                                null,
                                "The organization has too many distinct combinations of dimensions and tags. Is there an id in a tag?"));
    }

    private @Nullable String quantities(UsageEvent event) {
        return event.quantities() == null ? null : json.writeValueAsString(event.quantities());
    }

    private int store(IngestSource source, List<LedgerRow> rows) {
        List<CompletableFuture<Integer>> parts = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += settings.commitEvents()) {
            int to = Math.min(rows.size(), from + settings.commitEvents());
            parts.add(commit.submit(source.organization(), rows.subList(from, to)));
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
