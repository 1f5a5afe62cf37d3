package dev.tollgate.live;

import dev.tollgate.analytics.Freshness;
import dev.tollgate.analytics.MemorySlice;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.graphql.FeedPlace;
import dev.tollgate.graphql.Span;
import dev.tollgate.usage.CommitReader;
import dev.tollgate.usage.UsageBatch;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells what lies in a stretch of the feed that has passed, as one tick. */
@Component
class TickReplay {

    private final Feeds feeds;
    private final CommitReader reader;
    private final LiveDictionary dictionary;
    private final TickReset reset;
    private final Clock clock;

    TickReplay(Feeds feeds, CommitReader reader, LiveDictionary dictionary, TickReset reset, Clock clock) {
        this.feeds = feeds;
        this.reader = reader;
        this.dictionary = dictionary;
        this.reset = reset;
        this.clock = clock;
    }

    /**
     * The ticks of the stretch: one, or a RESET and one for what followed it.
     *
     * @param reached when its beginning was reached; {@link Instant#EPOCH} when unknown
     */
    List<UsageTick> ticks(TickQuery query, Span span, Instant reached) {
        return batches(query, span)
                .map(batches -> List.of(tick(query, span, reached, batches)))
                .orElseGet(() -> afterReset(query, span, reached));
    }

    private List<UsageTick> afterReset(TickQuery query, Span span, Instant reached) {
        UsageTick first = reset.tick(query, span.after(), reached);
        if (first.span().through() >= span.through()) {
            return List.of(first);
        }
        Span rest = new Span(first.span().through(), span.through());
        List<UsageBatch> batches = batches(query, rest).orElse(List.of());
        return List.of(first, tick(query, rest, first.window().to(), batches));
    }

    private Optional<List<UsageBatch>> batches(TickQuery query, Span span) {
        long after = FeedPlace.lastWhole(span.after());
        long through = FeedPlace.lastWhole(span.through());
        return feeds.find(query.organization())
                .flatMap(feed -> feed.recent().between(after, through))
                .or(() -> reader.between(query.organization(), after, through));
    }

    private UsageTick tick(TickQuery query, Span span, Instant reached, List<UsageBatch> batches) {
        Instant now = clock.instant();
        Instant from = reached.equals(Instant.EPOCH)
                ? batches.stream().findFirst().map(UsageBatch::storedAt).orElse(now)
                : reached;
        IntervalFold fold =
                new IntervalFold(FeedPlace.lastWhole(span.after()), from.isAfter(now) ? now : from, query.needsUsers());
        batches.forEach(fold::add);
        Interval interval =
                fold.interval(now, dictionary.of(query.organization(), fold.attributions()), new AttributionNumbers());
        List<MemorySlice.Part> parts = new ArrayList<>();
        new PartFilter(query.filter()).addTo(parts, interval);
        TimeWindow window = interval.window();
        return new UsageTick(
                parts.isEmpty() ? TickKind.HEARTBEAT : TickKind.DELTA,
                span,
                window,
                new MemorySlice(parts, interval.dictionary(), window),
                query.by(),
                new Freshness(window.to(), window.to()),
                feeds.isDegraded());
    }
}
