package dev.tollgate.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the live feed is carried.
 *
 * @param publish how long this node's commits gather before other nodes are told
 * @param patience how long a missing commit is waited for before it is read from the database
 * @param look how often the database is asked for commits that nobody told of
 * @param heartbeat how long a stream of ticks is silent before it says that nothing happened
 * @param linger how long a feed is followed after its last listener has gone
 * @param remembered how many events all feeds of a node together keep in memory for those who resume; older ones are read from the
 *     log
 */
@ConfigurationProperties("tollgate.live")
public record LiveSettings(
        @DefaultValue("20ms") Duration publish,
        @DefaultValue("100ms") Duration patience,
        @DefaultValue("1s") Duration look,
        @DefaultValue("10s") Duration heartbeat,
        @DefaultValue("10s") Duration linger,
        @DefaultValue("50000") int remembered) {

    /** Rejects settings that would never pause. */
    public LiveSettings {
        if (!publish.isPositive() || !patience.isPositive() || !look.isPositive() || !heartbeat.isPositive()) {
            throw new IllegalArgumentException("tollgate.live times must be longer than nothing");
        }
        if (linger.isNegative() || remembered < 0) {
            throw new IllegalArgumentException(
                    "tollgate.live.linger and tollgate.live.remembered must not be negative");
        }
    }
}
