package dev.tollgate.live;

import dev.tollgate.analytics.Freshness;
import dev.tollgate.analytics.MemorySlice;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.graphql.FeedPlace;
import dev.tollgate.graphql.Span;
import dev.tollgate.usage.Attribution;
import dev.tollgate.usage.AttributionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.FluxSink;

/**
 * One stream of ticks. An interval in which nothing of interest happened is left out; what cannot be delivered yet is added to what
 * follows.
 */
final class TickStream {

    /** So many intervals are kept for one who does not take them; beyond that they are told from memory or the log. */
    private static final int MOST_WAITING = 100;

    private final TickQuery query;
    private final PartFilter filter;
    private final Duration heartbeat;
    private final BooleanSupplier degraded;
    private final List<Interval> waiting = new ArrayList<>();
    private long place;
    private long reached;
    private Instant told = Instant.MAX;
    private @Nullable FluxSink<Due> sink;

    /**
     * A tick to be made: what happens on the thread of its stream, and not on that of all ticks.
     *
     * @param intervals those in which something of interest happened
     */
    record Due(Span span, TimeWindow window, List<Interval> intervals, boolean isDegraded) {

        /** Dictionaries only grow. */
        private Map<AttributionId, Attribution> dictionary() {
            return intervals.isEmpty() ? Map.of() : intervals.getLast().dictionary();
        }
    }

    TickStream(TickQuery query, Duration heartbeat, BooleanSupplier degraded) {
        this.query = query;
        this.filter = new PartFilter(query.filter());
        this.heartbeat = heartbeat;
        this.degraded = degraded;
    }

    /** Says where it begins, before the first interval. */
    synchronized void beginAfter(long begin) {
        place = begin;
        reached = FeedPlace.lastWhole(begin);
    }

    synchronized void attach(FluxSink<Due> receiver) {
        sink = receiver;
    }

    /** Takes the next interval. */
    synchronized void add(Interval interval) {
        if (interval.since() > reached) {
            leaveOut(interval.since());
        }
        reached = interval.through();
        Instant now = interval.window().to();
        told = told.equals(Instant.MAX) ? interval.window().from() : told;
        if (filter.matchesAny(interval)) {
            waiting.add(interval);
        }
        boolean isDue = !waiting.isEmpty() || !told.plus(heartbeat).isAfter(now);
        if (isDue && sink != null && sink.requestedFromDownstream() > 0) {
            sink.next(due(interval));
            place = FeedPlace.end(interval.through());
            waiting.clear();
            told = now;
        } else if (waiting.size() > MOST_WAITING) {
            leaveOut(interval.through());
        }
    }

    /** Whoever follows sees that the next tick does not begin where the last one ended, and asks for what is between. */
    private void leaveOut(long through) {
        waiting.clear();
        place = FeedPlace.end(through);
    }

    private Due due(Interval last) {
        Instant from = (waiting.isEmpty() ? last : waiting.getFirst()).window().from();
        return new Due(
                new Span(place, FeedPlace.end(last.through())),
                new TimeWindow(from, last.window().to()),
                List.copyOf(waiting),
                degraded.getAsBoolean());
    }

    /** Makes a tick. */
    UsageTick tick(Due due) {
        List<MemorySlice.Part> parts = new ArrayList<>();
        due.intervals().forEach(interval -> filter.addTo(parts, interval));
        TimeWindow window = due.window();
        return new UsageTick(
                parts.isEmpty() ? TickKind.HEARTBEAT : TickKind.DELTA,
                due.span(),
                window,
                new MemorySlice(parts, due.dictionary(), window),
                query.by(),
                new Freshness(due.isDegraded() ? window.from() : window.to(), window.to()),
                due.isDegraded());
    }
}
