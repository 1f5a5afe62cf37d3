package dev.tollgate.feature;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.redis.RedisTopics;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.function.ObjLongConsumer;
import org.springframework.stereotype.Component;

/** Tells all nodes that an organization's features have changed. A message can be lost. */
@Component
class FeatureChannel {

    /** One for all organizations: changes are rare, and a node that has the organization not in memory drops the message. */
    private static final String TOPIC = "tollgate:features";

    private static final int BYTES = 3 * Long.BYTES;

    private final RedisTopics topics;

    FeatureChannel(RedisTopics topics) {
        this.topics = topics;
    }

    void tell(OrganizationId organization, long revision) {
        UUID id = organization.value();
        byte[] message = ByteBuffer.allocate(BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putLong(revision)
                .array();
        topics.publish(TOPIC, message);
    }

    /** Hands over what is told, until it is closed. What is longer than expected comes from a newer node. */
    RedisTopics.Listening listen(ObjLongConsumer<OrganizationId> listener) {
        return topics.listen(TOPIC, message -> {
            if (message.length >= BYTES) {
                ByteBuffer read = ByteBuffer.wrap(message);
                listener.accept(new OrganizationId(new UUID(read.getLong(), read.getLong())), read.getLong());
            }
        });
    }
}
