package dev.tollgate.live;

import dev.tollgate.graphql.SubscriptionProgress;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** What happens now, for whoever watches. */
@Component
public class LiveFeed {

    private final TickStreams ticks;
    private final TickReplay tickReplay;
    private final CallStreams events;

    LiveFeed(TickStreams ticks, TickReplay tickReplay, CallStreams events) {
        this.ticks = ticks;
        this.tickReplay = tickReplay;
        this.events = events;
    }

    /**
     * Ticks: those of the stretch that is to be replayed, or from now on without end. Together they add up to the ledger.
     *
     * @param reached when the beginning of a stretch to be replayed was reached; {@link Instant#EPOCH} when unknown
     */
    public Flux<UsageTick> ticks(TickQuery query, SubscriptionProgress progress, Instant reached) {
        return progress.replay()
                .map(span -> Flux.defer(() -> Flux.fromIterable(tickReplay.ticks(query, span, reached))))
                .orElseGet(() -> ticks.live(query, progress));
    }

    /** Single calls: the latest of the stretch that is to be replayed, or from now on without end. */
    public Flux<LiveUsageEvent> events(EventQuery query, SubscriptionProgress progress) {
        return progress.replay()
                .map(span -> Flux.defer(() -> Flux.fromIterable(events.replay(query, span))))
                .orElseGet(() -> events.live(query, progress));
    }
}
