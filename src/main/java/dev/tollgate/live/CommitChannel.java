package dev.tollgate.live;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.redis.RedisTopics;
import dev.tollgate.usage.UsageBatch;
import dev.tollgate.usage.UsageBatchCodec;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries an organization's commits between nodes, by Redis. What is lost on the way is read from the log. */
@Component
class CommitChannel {

    private static final Logger log = LoggerFactory.getLogger(CommitChannel.class);

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
                .description("Messages from all nodes about commits")
                .register(meters);
    }

    void send(OrganizationId organization, List<UsageBatch> batches) {
        topics.publish(name(organization), codec.encode(batches));
        sent.increment();
    }

    /** Hands over what all nodes send, this one too, until it is closed. */
    RedisTopics.Listening listen(OrganizationId organization, Consumer<List<UsageBatch>> listener) {
        return topics.listen(name(organization), message -> {
            received.increment();
            try {
                listener.accept(codec.decode(message));
            } catch (RuntimeException e) {
                log.warn("A message about commits is left out, and they are read from the log: {}", e.getMessage());
            }
        });
    }

    boolean isDegraded() {
        return topics.isAway();
    }

    /** The braces keep all of an organization on one node of a cluster. */
    private static String name(OrganizationId organization) {
        return "tollgate:{" + organization + "}:commits";
    }
}
