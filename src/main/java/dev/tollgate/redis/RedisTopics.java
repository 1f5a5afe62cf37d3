package dev.tollgate.redis;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RTopic;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Messages to all nodes, by Redis pub/sub; sharded where Redis is a cluster. A message reaches whoever listens at the time, or is
 * lost: nothing here waits for Redis, and nothing fails while it is away.
 */
@Component
public class RedisTopics {

    private static final Logger log = LoggerFactory.getLogger(RedisTopics.class);

    private final RedissonClient redis;
    private final RedisMonitor monitor;
    private final boolean sharded;
    private final Set<Listening> waiting = ConcurrentHashMap.newKeySet();

    RedisTopics(RedissonClient redis, RedisLocation location, RedisMonitor monitor) {
        this.redis = redis;
        this.monitor = monitor;
        this.sharded = location.addresses().size() > 1;
    }

    /** Whether Redis does not answer, so that messages are lost. */
    public boolean isAway() {
        return monitor.isAway();
    }

    /** How often Redis was seen to answer again after it had not: each time it may know less than before. */
    public long returns() {
        return monitor.returns();
    }

    /** Sends a message. */
    public void publish(String name, byte[] message) {
        if (!isAway()) {
            topic(name).publishAsync(message).exceptionally(failure -> {
                log.debug("A message on {} was lost: {}", name, failure.getMessage());
                return 0L;
            });
        }
    }

    /** Hands over the messages of a topic until it is closed; begins once Redis answers. The listener must be quick. */
    public Listening listen(String name, Consumer<byte[]> listener) {
        Listening listening = new Listening(name, listener);
        listening.begin();
        return listening;
    }

    /** Tries again where Redis was away when somebody began to listen. After that Redisson listens again by itself. */
    @Scheduled(fixedDelay = 1_000)
    void retry() {
        Set.copyOf(waiting).forEach(Listening::begin);
    }

    private RTopic topic(String name) {
        return sharded
                ? redis.getShardedTopic(name, ByteArrayCodec.INSTANCE)
                : redis.getTopic(name, ByteArrayCodec.INSTANCE);
    }

    /** Somebody who listens to a topic. */
    public final class Listening implements AutoCloseable {

        private final String name;
        private final Consumer<byte[]> listener;
        private @Nullable Integer id;
        private boolean closed;

        private Listening(String name, Consumer<byte[]> listener) {
            this.name = name;
            this.listener = listener;
        }

        private synchronized void begin() {
            waiting.remove(this);
            if (!closed && id == null) {
                topic(name)
                        .addListenerAsync(byte[].class, (channel, message) -> listener.accept(message))
                        .whenComplete(this::began);
            }
        }

        private synchronized void began(@Nullable Integer listenerId, @Nullable Throwable failure) {
            if (listenerId == null) {
                log.debug("Nobody listens on {} yet: {}", name, failure == null ? "" : failure.getMessage());
                waiting.add(this);
            } else {
                id = listenerId;
                if (closed) {
                    end(listenerId);
                }
            }
        }

        private void end(Integer listenerId) {
            topic(name).removeListenerAsync(listenerId).exceptionally(_ -> null);
        }

        @Override
        public synchronized void close() {
            closed = true;
            waiting.remove(this);
            if (id != null) {
                end(id);
            }
        }
    }
}
