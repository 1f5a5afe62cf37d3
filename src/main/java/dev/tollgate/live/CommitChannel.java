package dev.tollgate.live;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.redis.RedisTopics;
import dev.tollgate.usage.UsageBatch;
import dev.tollgate.usage.UsageBatchCodec;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries an organization's commits to other nodes, by Redis. A message begins with the id of the node that sent it. What is lost on
 * the way is read from the log.
 */
@Component
class CommitChannel {

    private static final Logger log = LoggerFactory.getLogger(CommitChannel.class);

    private static final int NODE_BYTES = 16;

    private final byte[] node = node();
    private final RedisTopics topics;
    private final UsageBatchCodec codec;
    private final Counter sent;
    private final Counter received;

    CommitChannel(RedisTopics topics, UsageBatchCodec codec, MeterRegistry meters) {
        this.topics = topics;
        this.codec = codec;
        this.sent = Counter.builder("tollgate.live.messages.sent")
                .description("Messages to other nodes about commits")
                .register(meters);
        this.received = Counter.builder("tollgate.live.messages.received")
                .description("Messages from other nodes about commits")
                .register(meters);
    }

    void send(OrganizationId organization, List<UsageBatch> batches) {
        byte[] payload = codec.encode(batches);
        byte[] message = ByteBuffer.allocate(NODE_BYTES + payload.length)
                .put(node)
                .put(payload)
                .array();
        topics.publish(name(organization), message);
        sent.increment();
    }

    /** Hands over what other nodes send, until it is closed. */
    RedisTopics.Listening listen(OrganizationId organization, Consumer<List<UsageBatch>> listener) {
        return topics.listen(name(organization), message -> {
            if (!Arrays.equals(message, 0, NODE_BYTES, node, 0, NODE_BYTES)) {
                received.increment();
                receive(message, listener);
            }
        });
    }

    private void receive(byte[] message, Consumer<List<UsageBatch>> listener) {
        try {
            listener.accept(codec.decode(Arrays.copyOfRange(message, NODE_BYTES, message.length)));
        } catch (RuntimeException e) {
            log.warn("A message about commits is left out, and they are read from the log: {}", e.getMessage());
        }
    }

    private static byte[] node() {
        UUID id = UUID.randomUUID();
        return ByteBuffer.allocate(NODE_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    boolean isDegraded() {
        return topics.isAway();
    }

    /** The braces keep all of an organization on one node of a cluster. */
    private static String name(OrganizationId organization) {
        return "tollgate:{" + organization + "}:commits";
    }
}
