package dev.tollgate.usage;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the ledger keeps.
 *
 * @param retention for how long events are kept; older ones are not taken
 * @param maxAttributions the most distinct combinations of dimensions and tags an organization may have
 * @param replay for how long commits are kept for live feeds to resume
 */
@ConfigurationProperties("tollgate.usage")
public record UsageSettings(
        @DefaultValue("13m") Period retention,
        @DefaultValue("200000") int maxAttributions,
        @DefaultValue("5m") Duration replay) {

    /** Rejects settings that would keep nothing. */
    public UsageSettings {
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException("tollgate.usage.retention must be longer than nothing");
        }
        if (maxAttributions < 1) {
            throw new IllegalArgumentException("tollgate.usage.max-attributions must be at least 1");
        }
        if (replay.isNegative()) {
            throw new IllegalArgumentException("tollgate.usage.replay must not be negative");
        }
    }
}
