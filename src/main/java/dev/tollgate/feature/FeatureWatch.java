package dev.tollgate.feature;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.redis.RedisTopics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps this node's memory up to date: hears of changes by messages, and looks at the database for what no message told, and for
 * scheduled changes that are to be written.
 */
@Component
class FeatureWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FeatureWatch.class);

    /** Twice within the second in which a change must count everywhere. */
    private static final long PERIOD_MS = 400;

    private final Snapshots snapshots;
    private final FeatureStore store;
    private final FeatureChannel channel;
    private final Features features;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("feature-watch").factory());
    private final ExecutorService refreshing = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("feature-refresh-", 0).factory());
    private RedisTopics.@Nullable Listening listening;

    FeatureWatch(Snapshots snapshots, FeatureStore store, FeatureChannel channel, Features features) {
        this.snapshots = snapshots;
        this.store = store;
        this.channel = channel;
        this.features = features;
    }

    /** Begins to listen and to look. */
    @EventListener(ApplicationStartedEvent.class)
    void begin() {
        listen();
        var _ = looking.scheduleWithFixedDelay(this::lookSafely, PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    void listen() {
        listening = channel.listen(
                (organization, revision) -> refreshing.execute(() -> refreshSafely(organization, revision)));
    }

    /** Looks once. */
    void look() {
        Map<OrganizationId, Long> known = snapshots.revisions();
        List<RevisionTable.Standing> standings = store.look(known.keySet());
        for (RevisionTable.Standing standing : standings) {
            Long revision = known.get(standing.organization());
            if (revision != null && revision < standing.revision()) {
                snapshots.refresh(standing.organization(), standing.revision());
            }
            if (standing.due()) {
                features.runSchedule(standing.organization());
            }
        }
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            log.debug("Features are looked at later: {}", e.getMessage());
        }
    }

    private void refreshSafely(OrganizationId organization, long revision) {
        try {
            snapshots.refresh(organization, revision);
        } catch (RuntimeException e) {
            log.debug("The features of organization {} are read later: {}", organization, e.getMessage());
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
        if (listening != null) {
            listening.close();
        }
        refreshing.shutdownNow();
    }
}
