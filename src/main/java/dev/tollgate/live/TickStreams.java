package dev.tollgate.live;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.graphql.FeedPlace;
import dev.tollgate.graphql.SubscriptionProgress;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/** Opens streams of ticks; those of equal intervals share the adding up. */
@Component
class TickStreams implements SmartLifecycle {

    private record Key(OrganizationId organization, Cadence.Key cadence) {}

    private record Running(Cadence cadence, ScheduledFuture<?> ticking) {}

    private final Feeds feeds;
    private final LiveDictionary dictionary;
    private final LiveWorkers workers;
    private final LiveSettings settings;
    private final Clock clock;
    private final Timer lag;
    private final Map<Key, Running> cadences = new ConcurrentHashMap<>();
    private volatile boolean running;

    TickStreams(
            Feeds feeds,
            LiveDictionary dictionary,
            LiveWorkers workers,
            LiveSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.feeds = feeds;
        this.dictionary = dictionary;
        this.workers = workers;
        this.settings = settings;
        this.clock = clock;
        this.lag = Timer.builder("tollgate.live.tick.lag")
                .description("From the newest commit of an interval to the end of the interval")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        Gauge.builder("tollgate.live.cadences", cadences::size)
                .description("Organizations and interval lengths for which ticks are added up")
                .register(meters);
    }

    /** Ticks from the running interval on, without end. Says where they begin before it returns. */
    Flux<UsageTick> live(TickQuery query, SubscriptionProgress progress) {
        Key key = new Key(query.organization(), new Cadence.Key(query.every(), query.needsUsers()));
        TickStream stream = new TickStream(query, settings.heartbeat(), feeds::isDegraded);
        Feed feed = feeds.enter(query.organization());
        long begin = FeedPlace.end(join(key, feed, stream));
        stream.beginAfter(begin);
        progress.beginAfter(begin);
        AtomicBoolean left = new AtomicBoolean();
        return Flux.<TickStream.Due>create(
                        sink -> {
                            stream.attach(sink);
                            sink.onDispose(() -> {
                                if (left.compareAndSet(false, true)) {
                                    leave(key, feed, stream);
                                }
                            });
                        },
                        FluxSink.OverflowStrategy.BUFFER)
                .publishOn(workers.scheduler(), 1)
                .map(stream::tick);
    }

    private long join(Key key, Feed feed, TickStream stream) {
        long[] since = new long[1];
        cadences.compute(key, (_, present) -> {
            Running one = present == null ? begin(key, feed) : present;
            since[0] = one.cadence().join(stream);
            return one;
        });
        return since[0];
    }

    private Running begin(Key key, Feed feed) {
        Cadence cadence = new Cadence(feed, key.cadence(), dictionary, lag, clock);
        return new Running(cadence, workers.every(key.cadence().every(), cadence::tick));
    }

    private void leave(Key key, Feed feed, TickStream stream) {
        cadences.computeIfPresent(key, (_, present) -> left(present, stream));
        feeds.leave(feed);
    }

    @SuppressWarnings("NullAway") // null takes the entry out of the map
    private static Running left(Running one, TickStream stream) {
        if (!one.cadence().leave(stream)) {
            return one;
        }
        one.ticking().cancel(false);
        one.cadence().end();
        return null;
    }

    @Override
    public void start() {
        running = true;
    }

    /** Hands out what has gathered, so that whoever watches has it before the connection ends. */
    @Override
    public void stop() {
        running = false;
        cadences.values().forEach(one -> one.cadence().tick());
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
