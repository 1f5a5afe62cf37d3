package dev.tollgate.demo;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.ingest.IngestReceipt;
import dev.tollgate.ingest.IngestSource;
import dev.tollgate.ingest.Submitted;
import dev.tollgate.ingest.UsageIntake;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Fills an organization with the demo's usage. */
@Component
public class DemoUsage {

    private static final Logger log = LoggerFactory.getLogger(DemoUsage.class);
    private static final int BATCH = 10_000;

    private final UsageIntake intake;
    private final DemoLedger ledger;
    private final DemoSettings settings;
    private final Clock clock;

    DemoUsage(UsageIntake intake, DemoLedger ledger, DemoSettings settings, Clock clock) {
        this.intake = intake;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Loads the last 30 days up to now into an organization that has no usage, and goes on where an interrupted load stopped.
     * Does nothing when the demo is complete or the organization has other usage. Returns when all of it is durable.
     */
    public void load(OrganizationId organization) {
        if (ledger.isEmpty(organization)) {
            load(organization, clock.instant().truncatedTo(ChronoUnit.SECONDS));
            return;
        }
        Optional<Instant> begun = ledger.occurredAt(organization, DemoCall.id(0));
        boolean complete = ledger.occurredAt(organization, DemoCall.id(settings.demoEvents() - 1))
                .isPresent();
        if (begun.isPresent() && !complete) {
            log.info("The demo was not loaded to its end: going on");
            load(organization, begun.get().plus(DemoCalls.SPAN));
        }
    }

    private void load(OrganizationId organization, Instant end) {
        DemoCalls calls = new DemoCalls(Trace.load(), end, settings.demoEvents());
        IngestSource source = new IngestSource(organization, null);
        Instant started = clock.instant();
        log.info("Loading the demo: {} calls over {} days", calls.count(), DemoCalls.SPAN.toDays());
        for (int from = 0; from < calls.count(); from += BATCH) {
            send(source, calls.between(from, from + BATCH).map(DemoDrafts::of).toList());
            log.info("Loading the demo: {} %", 100L * Math.min(calls.count(), from + BATCH) / calls.count());
        }
        long took = Duration.between(started, clock.instant()).toMillis();
        log.info("The demo is loaded: {} calls in {} ms", calls.count(), took);
    }

    private void send(IngestSource source, List<Submitted> events) {
        IngestReceipt receipt = intake.record(source, events);
        if (!receipt.rejected().isEmpty()) {
            throw new IllegalStateException(
                    "a demo call was rejected: " + receipt.rejected().getFirst());
        }
    }
}
