package dev.tollgate.rollup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How cells are kept up to date.
 *
 * @param interval the shortest pause before a roll of a node, so that batches gather; under load it is longer, up to half a second
 * @param sweep how often to look for batches that another node left behind
 * @param maxEvents about how many events one roll takes
 * @param driftCheck how often a part of the cells is compared with the ledger
 */
@ConfigurationProperties("tollgate.rollup")
record RollupSettings(
        @DefaultValue("100ms") Duration interval,
        @DefaultValue("2s") Duration sweep,
        @DefaultValue("50000") int maxEvents,
        @DefaultValue("5m") Duration driftCheck) {

    RollupSettings {
        if (interval.isNegative()) {
            throw new IllegalArgumentException("tollgate.rollup.interval must not be negative");
        }
        if (!sweep.isPositive()) {
            throw new IllegalArgumentException("tollgate.rollup.sweep must be longer than nothing");
        }
        if (!driftCheck.isPositive()) {
            throw new IllegalArgumentException("tollgate.rollup.drift-check must be longer than nothing");
        }
        if (maxEvents < 1) {
            throw new IllegalArgumentException("tollgate.rollup.max-events must be at least 1");
        }
    }
}
