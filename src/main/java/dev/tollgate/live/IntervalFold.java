package dev.tollgate.live;

import dev.tollgate.analytics.MemorySlice;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.rollup.Cell;
import dev.tollgate.usage.Attribution;
import dev.tollgate.usage.AttributionId;
import dev.tollgate.usage.Contribution;
import dev.tollgate.usage.UsageBatch;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds commits up. Not safe for several threads. */
final class IntervalFold {

    private record Key(AttributionId attribution, String user) {}

    private final Instant from;
    private final boolean byUser;
    private final Map<Key, Cell> cells = new HashMap<>();
    private long since;
    private long through;
    private @Nullable Instant newest;

    /**
     * Nothing yet.
     *
     * @param since the number of the last commit before
     * @param byUser whether users are told apart
     */
    IntervalFold(long since, Instant from, boolean byUser) {
        this.since = since;
        this.from = from;
        this.byUser = byUser;
        this.through = since;
    }

    long since() {
        return since;
    }

    /** Adds the next commit. After a gap it begins anew: what was before belongs to a stretch that cannot be told any more. */
    void add(UsageBatch batch) {
        if (batch.sequence() > through + 1) {
            cells.clear();
            since = batch.sequence() - 1;
        }
        through = batch.sequence();
        newest = batch.storedAt();
        for (Contribution contribution : batch.contributions()) {
            String user = byUser ? Objects.requireNonNullElse(contribution.user(), "") : "";
            cells.computeIfAbsent(new Key(contribution.attribution(), user), _ -> new Cell())
                    .add(contribution);
        }
    }

    /** When the last commit was stored; empty when there is none. */
    Optional<Instant> newest() {
        return Optional.ofNullable(newest);
    }

    /** The attributions that occur. */
    Set<AttributionId> attributions() {
        return cells.keySet().stream().map(Key::attribution).collect(Collectors.toSet());
    }

    /** What it comes to; nothing may be added after. */
    Interval interval(Instant to, Map<AttributionId, Attribution> dictionary, AttributionNumbers numbers) {
        List<Interval.Part> parts = cells.entrySet().stream()
                .map(cell -> new Interval.Part(
                        numbers.of(cell.getKey().attribution()), part(cell.getKey(), cell.getValue())))
                .toList();
        return new Interval(since, through, new TimeWindow(from, to.isBefore(from) ? from : to), parts, dictionary);
    }

    private static MemorySlice.Part part(Key key, Cell cell) {
        return new MemorySlice.Part(key.attribution(), key.user(), cell.totals(), cell.latency(), cell.users());
    }
}
