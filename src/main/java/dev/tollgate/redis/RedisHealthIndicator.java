package dev.tollgate.redis;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Redis being away makes the application slower and less lively, not unready. */
@Component
class RedisHealthIndicator implements HealthIndicator {

    /** Ready, with less than usual. */
    static final Status DEGRADED = new Status("DEGRADED");

    private final RedisMonitor monitor;

    RedisHealthIndicator(RedisMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public Health health() {
        return monitor.isAway()
                ? Health.status(DEGRADED).withDetail("redis", "does not answer").build()
                : Health.up().build();
    }
}
