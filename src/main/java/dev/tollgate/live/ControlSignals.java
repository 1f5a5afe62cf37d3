package dev.tollgate.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.redis.RedisTopics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells pages on all nodes what changed in the control plane. This node's listeners hear of it directly, also while Redis is away; on
 * other nodes a signal can then be lost, which is why whoever must not miss a change looks at the database too.
 */
@Component
public class ControlSignals {

    private static final Logger log = LoggerFactory.getLogger(ControlSignals.class);

    private final RedisTopics topics;
    private final LiveWorkers workers;
    private final JsonMapper json;
    private final UUID node = UUID.randomUUID();
    private final Map<OrganizationId, Followed> followed = new ConcurrentHashMap<>();

    /** A signal and the node that sent it. */
    private record Message(UUID node, ControlSignal signal) {}

    private static final class Followed {

        private final RedisTopics.Listening listening;
        private final List<FluxSink<ControlSignal>> sinks = new ArrayList<>();

        private Followed(RedisTopics.Listening listening) {
            this.listening = listening;
        }
    }

    ControlSignals(RedisTopics topics, LiveWorkers workers, JsonMapper json) {
        this.topics = topics;
        this.workers = workers;
        this.json = json.rebuild()
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
    }

    /** Tells all nodes. To be called after the change is durable. */
    public void send(OrganizationId organization, ControlSignal signal) {
        deliver(organization, signal);
        topics.publish(name(organization), json.writeValueAsBytes(new Message(node, signal)));
    }

    /** The signals of one kind from now on, without end. */
    public <S extends ControlSignal> Flux<S> signals(OrganizationId organization, Class<S> kind) {
        return Flux.<ControlSignal>create(sink -> enter(organization, sink))
                .ofType(kind)
                .publishOn(workers.scheduler());
    }

    private void enter(OrganizationId organization, FluxSink<ControlSignal> sink) {
        followed.compute(organization, (_, present) -> {
            Followed one = present == null ? follow(organization) : present;
            one.sinks.add(sink);
            return one;
        });
        sink.onDispose(() -> followed.computeIfPresent(organization, (_, present) -> left(present, sink)));
    }

    private Followed follow(OrganizationId organization) {
        return new Followed(topics.listen(name(organization), message -> receive(organization, message)));
    }

    @SuppressWarnings("NullAway") // null takes the entry out of the map
    private static Followed left(Followed one, FluxSink<ControlSignal> sink) {
        one.sinks.remove(sink);
        if (!one.sinks.isEmpty()) {
            return one;
        }
        one.listening.close();
        return null;
    }

    private void receive(OrganizationId organization, byte[] message) {
        try {
            Message received = json.readValue(message, Message.class);
            if (!received.node().equals(node)) {
                deliver(organization, received.signal());
            }
        } catch (JacksonException e) {
            log.warn("A signal is left out that a newer node may have sent: {}", e.getOriginalMessage());
        }
    }

    private void deliver(OrganizationId organization, ControlSignal signal) {
        followed.computeIfPresent(organization, (_, one) -> {
            one.sinks.forEach(sink -> sink.next(signal));
            return one;
        });
    }

    private static String name(OrganizationId organization) {
        return "tollgate:{" + organization + "}:control";
    }
}
