package dev.tollgate.alert;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks every moment for rules that are due and for what is to be delivered, so that neither keeps the other waiting. */
@Component
class AlertWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AlertWatch.class);
    private static final long PERIOD_MS = 1_000;
    private static final long TRIM_MS = 3_600_000;

    private final AlertRounds rounds;
    private final AlertDispatcher dispatcher;
    private final AlertTrim trim;
    private final AlertSettings settings;
    private final ScheduledExecutorService looking = Executors.newScheduledThreadPool(
            3, Thread.ofVirtual().name("alert-watch-", 0).factory());

    AlertWatch(AlertRounds rounds, AlertDispatcher dispatcher, AlertTrim trim, AlertSettings settings) {
        this.rounds = rounds;
        this.dispatcher = dispatcher;
        this.trim = trim;
        this.settings = settings;
    }

    /** Begins to look. */
    @EventListener(ApplicationStartedEvent.class)
    void begin() {
        if (settings.work()) {
            watch(rounds::begin, PERIOD_MS);
            watch(dispatcher::beginDue, PERIOD_MS);
            watch(trim::trim, TRIM_MS);
        }
    }

    private void watch(Runnable look, long periodMs) {
        var _ = looking.scheduleWithFixedDelay(() -> safely(look), periodMs, periodMs, TimeUnit.MILLISECONDS);
    }

    private static void safely(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException e) {
            log.debug("Alerts are looked at later: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        Threads.end(looking);
    }
}
