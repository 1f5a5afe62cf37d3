package dev.tollgate.redis;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;

/** Looks every few seconds whether Redis answers, so that asking for its health never waits for it. */
final class RedisMonitor implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RedisMonitor.class);
    private static final long PERIOD_MS = 2_000;

    private final RedissonClient redis;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("redis-monitor").factory());
    private volatile State state = State.UNKNOWN;
    private final AtomicLong returns = new AtomicLong();
    private volatile boolean closed;

    private enum State {
        UNKNOWN,
        UP,
        AWAY
    }

    RedisMonitor(RedissonClient redis, MeterRegistry meters) {
        this.redis = redis;
        Gauge.builder("tollgate.redis.up", this, monitor -> monitor.isAway() ? 0 : 1)
                .description("1 while Redis answers, 0 while it is away")
                .register(meters);
    }

    /** Begins to look. A start that fails has connected to nothing before. */
    @EventListener(ApplicationStartedEvent.class)
    void begin() {
        var _ = watch.scheduleWithFixedDelay(this::look, 0, PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    /** Whether Redis did not answer the last time. */
    boolean isAway() {
        return state == State.AWAY;
    }

    /** How often it answered again after it had not. */
    long returns() {
        return returns.get();
    }

    private void look() {
        try {
            redis.getBucket("tollgate:health").isExists();
            become(State.UP, null);
        } catch (RuntimeException e) {
            if (!closed) {
                become(State.AWAY, e);
            }
        }
    }

    private void become(State now, @Nullable RuntimeException cause) {
        if (now == State.AWAY && state != State.AWAY) {
            log.warn("Redis does not answer; going on without it: {}", ExceptionUtils.getRootCauseMessage(cause));
        } else if (now == State.UP && state == State.AWAY) {
            returns.incrementAndGet();
            log.info("Redis answers again");
        }
        state = now;
    }

    @Override
    public void close() {
        closed = true;
        watch.shutdownNow();
    }
}
