package dev.tollgate.live;

import dev.tollgate.usage.Attribution;
import dev.tollgate.usage.AttributionId;
import dev.tollgate.usage.UsageBatch;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds a feed up interval by interval, once for all streams of ticks with intervals of this length. Safe from any thread; intervals
 * are closed by one at a time.
 */
final class Cadence {

    private static final Logger log = LoggerFactory.getLogger(Cadence.class);

    private final Feed feed;
    private final Key key;
    private final LiveDictionary dictionary;
    private final Timer lag;
    private final Clock clock;
    private final Consumer<UsageBatch> listener = this::add;
    private final AttributionNumbers numbers = new AttributionNumbers();
    private final List<TickStream> streams = new ArrayList<>();
    private IntervalFold open;

    /**
     * What cadences of a feed are told apart by.
     *
     * @param every the length of intervals
     * @param byUser whether users are told apart
     */
    record Key(Duration every, boolean byUser) {}

    /** An interval, and those who were there before it ended. */
    private record Closed(Interval interval, List<TickStream> streams) {}

    Cadence(Feed feed, Key key, LiveDictionary dictionary, Timer lag, Clock clock) {
        this.feed = feed;
        this.key = key;
        this.dictionary = dictionary;
        this.lag = lag;
        this.clock = clock;
        synchronized (feed) {
            this.open = new IntervalFold(feed.listen(listener), clock.instant(), key.byUser());
        }
    }

    Key key() {
        return key;
    }

    Feed feed() {
        return feed;
    }

    private synchronized void add(UsageBatch batch) {
        open.add(batch);
    }

    /** Lets a stream have every interval from the running one on; returns the number of the last commit before that. */
    synchronized long join(TickStream stream) {
        streams.add(stream);
        return open.since();
    }

    /** Whether nobody is left. */
    synchronized boolean leave(TickStream stream) {
        streams.remove(stream);
        return streams.isEmpty();
    }

    /** Ends the running interval and hands it out. Where that fails for now, the interval goes on. */
    void tick() {
        try {
            Closed closed = close();
            closed.streams().forEach(stream -> stream.add(closed.interval()));
        } catch (RuntimeException e) {
            log.debug("An interval of organization {} goes on: {}", feed.organization(), e.getMessage());
        }
    }

    private Closed close() {
        Optional<Closed> closed = Optional.empty();
        while (closed.isEmpty()) {
            closed = close(dictionary.of(feed.organization(), attributions()));
        }
        return closed.get();
    }

    private synchronized Set<AttributionId> attributions() {
        return open.attributions();
    }

    /** Closes the interval, unless an attribution came in meanwhile that is not in the dictionary. */
    private synchronized Optional<Closed> close(Map<AttributionId, Attribution> known) {
        if (!known.keySet().containsAll(open.attributions())) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Interval interval = open.interval(now, known, numbers);
        open.newest().ifPresent(newest -> lag.record(Duration.between(newest, now)));
        open = new IntervalFold(interval.through(), now, key.byUser());
        return Optional.of(new Closed(interval, List.copyOf(streams)));
    }

    void end() {
        feed.leave(listener);
    }
}
