package dev.tollgate.quota;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How quotas are kept.
 *
 * @param reservation how long a reservation holds that nobody settles or releases
 * @param remembered how long an ended reservation is known, for those who settle again or record its call late
 */
@ConfigurationProperties("tollgate.quota")
record QuotaSettings(
        @DefaultValue("10m") Duration reservation,
        @DefaultValue("1d") Duration remembered) {

    QuotaSettings {
        if (!reservation.isPositive() || !remembered.isPositive()) {
            throw new IllegalArgumentException("tollgate.quota times must be longer than nothing");
        }
    }
}
