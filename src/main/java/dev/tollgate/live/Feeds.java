package dev.tollgate.live;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.redis.RedisTopics;
import dev.tollgate.usage.CommitReader;
import dev.tollgate.usage.UsageBatch;
import dev.tollgate.usage.UsageCommitted;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The feeds that this node follows: those somebody listens to. A feed hears of this node's commits directly, of other nodes' by
 * Redis, and reads from the log what it misses.
 */
@Component
class Feeds {

    private static final Logger log = LoggerFactory.getLogger(Feeds.class);

    private final CommitReader reader;
    private final CommitChannel channel;
    private final LiveSettings settings;
    private final Counter fetched;
    private final Map<OrganizationId, Followed> followed = new ConcurrentHashMap<>();

    /** A feed and who follows it. */
    private static final class Followed {

        private final Feed feed;
        private final RedisTopics.Listening listening;
        private int listeners;
        private long leftAt;
        private long lookedAt;

        private Followed(Feed feed, RedisTopics.Listening listening) {
            this.feed = feed;
            this.listening = listening;
        }
    }

    Feeds(CommitReader reader, CommitChannel channel, LiveSettings settings, MeterRegistry meters) {
        this.reader = reader;
        this.channel = channel;
        this.settings = settings;
        this.fetched = Counter.builder("tollgate.live.commits.fetched")
                .description("Commits that no message told of in time, read from the log")
                .register(meters);
        Gauge.builder("tollgate.live.feeds", followed::size)
                .description("Organizations whose feed this node follows")
                .register(meters);
    }

    /** The feed, followed until it is left as often as it was entered. */
    Feed enter(OrganizationId organization) {
        Followed entered = followed.compute(organization, (_, present) -> {
            Followed one = present == null ? follow(organization) : present;
            one.listeners++;
            return one;
        });
        return entered.feed;
    }

    /** The feed, if this node follows it. */
    Optional<Feed> find(OrganizationId organization) {
        return Optional.ofNullable(followed.get(organization)).map(one -> one.feed);
    }

    void leave(Feed feed) {
        followed.computeIfPresent(feed.organization(), (_, one) -> {
            one.listeners--;
            one.leftAt = System.nanoTime();
            return one;
        });
    }

    /** Listens before it looks where the log ends, so that nothing falls between. */
    private Followed follow(OrganizationId organization) {
        Early early = new Early();
        RedisTopics.Listening listening = channel.listen(organization, early);
        try {
            Feed feed = new Feed(organization, reader.newest(organization), this::share, System.nanoTime());
            early.become(batches -> feed.offer(batches, System.nanoTime()));
            return new Followed(feed, listening);
        } catch (RuntimeException e) {
            listening.close();
            throw e;
        }
    }

    /** How many events each feed may keep in memory: all of them together have no more than the setting says. */
    private int share() {
        return settings.remembered() / Math.max(1, followed.size());
    }

    @EventListener
    void committed(UsageCommitted commit) {
        Followed one = followed.get(commit.organization());
        if (one != null) {
            one.feed.offer(List.of(commit.batch()), System.nanoTime());
        }
    }

    /** Reads what messages did not tell, and stops following what nobody listens to any more. */
    @Scheduled(fixedDelay = 50)
    void look() {
        long now = System.nanoTime();
        for (Followed one : followed.values()) {
            if (isDue(one, now)) {
                one.lookedAt = now;
                catchUp(one.feed);
            }
            followed.computeIfPresent(one.feed.organization(), (_, present) -> kept(present, now));
        }
    }

    private boolean isDue(Followed one, long now) {
        long look = settings.look().toNanos();
        boolean isQuiet = one.feed.idleNanos(now) >= look && now - one.lookedAt >= look;
        return isQuiet || one.feed.misses(now, settings.patience().toNanos());
    }

    private void catchUp(Feed feed) {
        try {
            List<UsageBatch> missed = reader.after(feed.organization(), feed.applied());
            while (!missed.isEmpty()) {
                fetched.increment(missed.size());
                feed.offerFromLog(missed, System.nanoTime());
                missed = reader.after(feed.organization(), feed.applied());
            }
        } catch (RuntimeException e) {
            log.debug("The log of organization {} is read later: {}", feed.organization(), e.getMessage());
        }
    }

    @SuppressWarnings("NullAway") // null takes the entry out of the map
    private Followed kept(Followed one, long now) {
        if (one.listeners > 0 || now - one.leftAt < settings.linger().toNanos()) {
            return one;
        }
        one.listening.close();
        return null;
    }

    /** Whether commits of other nodes come by the log only. */
    boolean isDegraded() {
        return channel.isDegraded();
    }

    /** Keeps what comes before the feed is there. */
    private static final class Early implements Consumer<List<UsageBatch>> {

        private final Collection<List<UsageBatch>> kept = new ArrayList<>();
        private @Nullable Consumer<List<UsageBatch>> feed;

        @Override
        public synchronized void accept(List<UsageBatch> batches) {
            if (feed == null) {
                kept.add(batches);
            } else {
                feed.accept(batches);
            }
        }

        private synchronized void become(Consumer<List<UsageBatch>> ready) {
            feed = ready;
            kept.forEach(ready);
            kept.clear();
        }
    }
}
