package dev.tollgate.graphql.subscription;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much of a node the connections of subscribers may take.
 *
 * @param initTimeout how long a WebSocket may wait with {@code connection_init}
 * @param pingInterval how often a sign of life is sent on a connection
 * @param silence after which time a WebSocket is closed on which nothing came, not even the answer to a ping
 * @param stuckTimeout after which time a connection is closed whose client reads nothing
 * @param maxPerConnection how many operations may run on a connection
 * @param maxPerOrganization how many operations of an organization may run on a node
 * @param maxConnections how many connections of an organization a node has
 * @param maxMessage how large a message of a client may be
 * @param maxQueuedFrames how many messages may wait for a client to read on
 * @param maxQueuedSize how large those may be together
 * @param maxReplays how many subscribers are told what they missed at the same time
 */
@Validated
@ConfigurationProperties("tollgate.subscriptions")
record SubscriptionSettings(
        @DefaultValue("3s") Duration initTimeout,
        @DefaultValue("10s") Duration pingInterval,
        @DefaultValue("60s") Duration silence,
        @DefaultValue("30s") Duration stuckTimeout,
        @Min(1) @DefaultValue("100") int maxPerConnection,
        @Min(1) @DefaultValue("10000") int maxPerOrganization,
        @Min(1) @DefaultValue("5000") int maxConnections,
        @DefaultValue("1MB") DataSize maxMessage,
        @Min(1) @DefaultValue("256") int maxQueuedFrames,
        @DefaultValue("1MB") DataSize maxQueuedSize,
        @Min(1) @DefaultValue("8") int maxReplays) {

    SubscriptionSettings {
        if (Stream.of(initTimeout, pingInterval, silence, stuckTimeout).anyMatch(time -> !time.isPositive())) {
            throw new IllegalArgumentException("tollgate.subscriptions: a time must be longer than nothing");
        }
        if (silence.compareTo(pingInterval) <= 0) {
            throw new IllegalArgumentException(
                    "tollgate.subscriptions.silence must be longer than tollgate.subscriptions.ping-interval");
        }
    }
}
