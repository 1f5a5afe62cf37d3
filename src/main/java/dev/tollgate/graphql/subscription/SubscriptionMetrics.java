package dev.tollgate.graphql.subscription;

import dev.tollgate.graphql.websocket.CloseReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** What goes on at the subscribers of this node, as metrics named {@code tollgate.subscriptions…}. */
@Component
class SubscriptionMetrics {

    private final MeterRegistry meters;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger operations = new AtomicInteger();
    private final AtomicInteger executions = new AtomicInteger();
    private final Counter delivered;
    private final Counter merged;
    private final Counter replays;

    SubscriptionMetrics(MeterRegistry meters) {
        this.meters = meters;
        gauge("tollgate.subscriptions.connections", connections, "Connections that are open");
        gauge("tollgate.subscriptions", operations, "Operations that run on them");
        gauge("tollgate.subscriptions.executions", executions, "Executions that identical subscriptions share");
        this.delivered = counter("tollgate.subscriptions.delivered", "Answers sent to subscribers");
        this.merged = counter(
                "tollgate.subscriptions.merged",
                "Answers that were not sent to a subscriber who was not ready for them");
        this.replays = counter("tollgate.subscriptions.replays", "Executions that told what subscribers missed");
    }

    private void gauge(String name, AtomicInteger value, String description) {
        Gauge.builder(name, value::get).description(description).register(meters);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(meters);
    }

    void connections(int change) {
        connections.addAndGet(change);
    }

    void operations(int change) {
        operations.addAndGet(change);
    }

    void executions(int change) {
        executions.addAndGet(change);
    }

    void delivered(int answers) {
        delivered.increment(answers);
    }

    void merged() {
        merged.increment();
    }

    void replayed() {
        replays.increment();
    }

    void closed(String transport, CloseReason reason) {
        Counter.builder("tollgate.subscriptions.closed")
                .description("Connections that were closed, by close code")
                .tag("transport", transport)
                .tag("code", String.valueOf(reason.code()))
                .register(meters)
                .increment();
    }
}
