package dev.tollgate.alert;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * How rules are looked at and alerts are delivered.
 *
 * @param work whether this node looks at rules and delivers; others do where it does not
 * @param interval how often each rule is looked at
 * @param timeout how long an attempt to deliver may take to connect, and then to be answered
 * @param attempts how often a delivery is tried
 * @param firstRetry how long after the first attempt comes the second; each pause is twice the one before
 * @param longestRetry the longest pause
 * @param allowPrivateNetworks whether webhooks may be in loopback, private and link-local networks
 * @param retention for how long resolved alerts and their deliveries are kept
 * @param mailFrom whom email comes from
 */
@ConfigurationProperties("tollgate.alerts")
record AlertSettings(
        @DefaultValue("true") boolean work,
        @DefaultValue("30s") Duration interval,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("10") int attempts,
        @DefaultValue("10s") Duration firstRetry,
        @DefaultValue("1h") Duration longestRetry,
        @DefaultValue("false") boolean allowPrivateNetworks,
        @DefaultValue("400d") Duration retention,
        @DefaultValue("tollgate@localhost") String mailFrom) {

    AlertSettings {
        if (!interval.isPositive()
                || !timeout.isPositive()
                || !firstRetry.isPositive()
                || !longestRetry.isPositive()
                || !retention.isPositive()) {
            throw new IllegalArgumentException("tollgate.alerts times must be longer than nothing");
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("tollgate.alerts.attempts must be at least 1");
        }
    }

    /** The pauses between attempts. */
    ExponentialBackOff pauses() {
        ExponentialBackOff pauses = new ExponentialBackOff(firstRetry.toMillis(), 2);
        pauses.setMaxInterval(longestRetry.toMillis());
        pauses.setMaxAttempts(attempts - 1);
        return pauses;
    }

    /** For how long a node may be at an attempt before another takes over. */
    Duration lease() {
        return timeout.multipliedBy(6);
    }
}
