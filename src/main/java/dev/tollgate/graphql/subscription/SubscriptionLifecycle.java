package dev.tollgate.graphql.subscription;

import dev.tollgate.graphql.websocket.CloseReason;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the connections swept while the node runs, and says goodbye on them before anything else of it stops. */
@Component
class SubscriptionLifecycle implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SubscriptionLifecycle.class);
    /** Short, so that a lost right is noticed within a second; what the credentials are worth is remembered for most of that. */
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private static final Duration GOODBYE = Duration.ofSeconds(3);

    private final Connections connections;
    private final Sweeper sweeper;
    private volatile boolean running;
    private Thread worker = Thread.currentThread();

    SubscriptionLifecycle(Connections connections, Sweeper sweeper) {
        this.connections = connections;
        this.sweeper = sweeper;
    }

    private void work() {
        while (running) {
            try {
                TimeUnit.NANOSECONDS.sleep(INTERVAL.toNanos());
                sweeper.sweep();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.error("Looking after the connections failed; it is tried again", e);
            }
        }
    }

    @Override
    public void start() {
        connections.setClosing(false);
        running = true;
        worker = Thread.ofPlatform().name("subscriptions").start(this::work);
    }

    @Override
    public void stop() {
        connections.setClosing(true);
        CloseReason reason = CloseCode.RESTART.because("The node goes down: connect again");
        connections.all().forEach(connection -> connection.drain(reason));
        try {
            long end = System.nanoTime() + GOODBYE.toNanos();
            while (!connections.isEmpty() && System.nanoTime() < end) {
                TimeUnit.NANOSECONDS.sleep(INTERVAL.toNanos());
            }
            running = false;
            worker.join(GOODBYE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connections.all().forEach(connection -> connection.transport().disconnect());
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
