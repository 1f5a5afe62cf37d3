package dev.tollgate.quota;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.live.ControlSignal.QuotaStatus;
import dev.tollgate.redis.RedisTopics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Lets all nodes know which status was told, so that each compares with what all have heard. */
@Component
class ToldTopic {

    private static final String NAME = "tollgate:quotas:told";

    private final RedisTopics topics;

    ToldTopic(RedisTopics topics) {
        this.topics = topics;
    }

    /** A quota's status that was told. */
    record Told(OrganizationId organization, QuotaId quota, ToldStatus status) {

        private String text() {
            return String.join(
                    " ",
                    organization.toString(),
                    quota.toString(),
                    status.status().name(),
                    status.periodEnd().toString());
        }

        private static Told parse(String text) {
            String[] words = text.split(" ", -1);
            return new Told(
                    OrganizationId.of(words[0]),
                    new QuotaId(UUID.fromString(words[1])),
                    new ToldStatus(QuotaStatus.valueOf(words[2]), Instant.parse(words[3])));
        }
    }

    void send(Told told) {
        topics.publish(NAME, told.text().getBytes(StandardCharsets.UTF_8));
    }

    /** Hands over what this node and others tell. The listener must be quick. */
    RedisTopics.Listening listen(Consumer<Told> listener) {
        return topics.listen(NAME, message -> listener.accept(Told.parse(new String(message, StandardCharsets.UTF_8))));
    }
}
