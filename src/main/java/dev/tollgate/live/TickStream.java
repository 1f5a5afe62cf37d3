package dev.tollgate.live;

import dev.tollgate.analytics.Freshness;
import dev.tollgate.analytics.MemorySlice;
import dev.tollgate.analytics.SliceFilter;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.graphql.FeedPlace;
import dev.tollgate.graphql.Span;
import dev.tollgate.usage.Attribution;
import dev.tollgate.usage.AttributionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.FluxSink;

/**
 * One stream of ticks. An interval in which nothing of interest happened is left out; what cannot be delivered yet is added to what
 * follows.
 */
final class TickStream {

    private final TickQuery query;
    private final Duration heartbeat;
    private final BooleanSupplier degraded;
    private final Map<AttributionId, Boolean> passes = new HashMap<>();
    private final List<MemorySlice.Part> carried = new ArrayList<>();
    private long place;
    private long reached;
    private @Nullable Instant from;
    private Instant told = Instant.MAX;
    private @Nullable FluxSink<UsageTick> sink;

    TickStream(TickQuery query, Duration heartbeat, BooleanSupplier degraded) {
        this.query = query;
        this.heartbeat = heartbeat;
        this.degraded = degraded;
    }

    /** Says where it begins, before the first interval. */
    synchronized void beginAfter(long begin) {
        place = begin;
        reached = FeedPlace.lastWhole(begin);
    }

    synchronized void attach(FluxSink<UsageTick> receiver) {
        sink = receiver;
    }

    /** Takes the next interval. */
    synchronized void add(Interval interval) {
        if (interval.since() > reached) {
            // Whoever follows sees that this tick does not begin where the last one ended, and asks for what is
            // between.
            carried.clear();
            from = null;
            place = FeedPlace.end(interval.since());
        }
        reached = interval.through();
        Instant now = interval.window().to();
        told = told.equals(Instant.MAX) ? interval.window().from() : told;
        interval.parts().stream().filter(part -> matches(part, interval)).forEach(carried::add);
        from = from == null || carried.isEmpty() ? interval.window().from() : from;
        boolean isQuiet = carried.isEmpty();
        boolean isDue = !isQuiet || !told.plus(heartbeat).isAfter(now);
        if (isDue && sink != null && sink.requestedFromDownstream() > 0) {
            sink.next(tick(isQuiet ? TickKind.HEARTBEAT : TickKind.DELTA, interval));
            place = FeedPlace.end(interval.through());
            carried.clear();
            from = null;
            told = now;
        }
    }

    private UsageTick tick(TickKind kind, Interval interval) {
        TimeWindow window =
                new TimeWindow(Objects.requireNonNull(from), interval.window().to());
        return new UsageTick(
                kind,
                new Span(place, FeedPlace.end(interval.through())),
                window,
                new MemorySlice(List.copyOf(carried), interval.dictionary(), window),
                query.by(),
                new Freshness(degraded.getAsBoolean() ? window.from() : window.to(), window.to()),
                degraded.getAsBoolean());
    }

    private boolean matches(MemorySlice.Part part, Interval interval) {
        SliceFilter filter = query.filter();
        if (filter.isAll()) {
            return true;
        }
        Attribution attribution = Objects.requireNonNull(interval.dictionary().get(part.attribution()));
        return filter.mentionsUser()
                ? filter.matches(attribution, part.user())
                : passes.computeIfAbsent(part.attribution(), _ -> filter.matches(attribution, ""));
    }
}
