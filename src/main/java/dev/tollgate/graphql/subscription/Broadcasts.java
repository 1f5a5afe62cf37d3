package dev.tollgate.graphql.subscription;

import dev.tollgate.access.Viewer;
import dev.tollgate.core.OrganizationId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.GraphQlRequest;
import org.springframework.stereotype.Component;

/** The shared executions of this node. */
@Component
class Broadcasts {

    private final Executions executions;
    private final Answers answers;
    private final SubscriptionMetrics metrics;
    private final Semaphore replays;
    private final ConcurrentMap<BroadcastKey, Broadcast> running = new ConcurrentHashMap<>();

    Broadcasts(Executions executions, Answers answers, SubscriptionMetrics metrics, SubscriptionSettings settings) {
        this.executions = executions;
        this.answers = answers;
        this.metrics = metrics;
        this.replays = new Semaphore(settings.maxReplays());
    }

    /** Lets an operation take part in the execution of its subscription, which begins with the first one. */
    void join(Operation operation, BroadcastKey key, GraphQlRequest call, Viewer viewer, @Nullable Long after) {
        while (true) {
            Broadcast broadcast = running.computeIfAbsent(key, _ -> begin(key, call, viewer));
            Subscriber subscriber = new Subscriber(operation, broadcast, after, metrics);
            if (broadcast.join(subscriber)) {
                return;
            }
            running.remove(key, broadcast);
        }
    }

    private Broadcast begin(BroadcastKey key, GraphQlRequest call, Viewer viewer) {
        metrics.executions(1);
        Source source = new ExecutedSource(executions, answers, replays, call, viewer);
        return new Broadcast(source, metrics, broadcast -> {
            running.remove(key, broadcast);
            metrics.executions(-1);
        });
    }

    /** How many take part in executions of an organization. */
    int subscribers(OrganizationId organization) {
        return running.entrySet().stream()
                .filter(broadcast -> broadcast.getKey().organization().equals(organization))
                .mapToInt(broadcast -> broadcast.getValue().subscribers())
                .sum();
    }
}
