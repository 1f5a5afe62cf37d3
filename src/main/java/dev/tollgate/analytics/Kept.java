package dev.tollgate.analytics;

import dev.tollgate.core.Granularity;
import dev.tollgate.rollup.CellGrain;
import dev.tollgate.rollup.Retention;
import dev.tollgate.usage.UsageSettings;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * From when on the sources are complete.
 *
 * @param minutes the first complete minute cell
 * @param hours the first complete hour cell
 * @param events the first moment the ledger is sure to hold
 */
record Kept(Instant minutes, Instant hours, Instant events) {

    static Kept of(Retention retention, UsageSettings ledger, ZoneId zone, Instant now) {
        Instant events = now.atZone(ZoneOffset.UTC).minus(ledger.retention()).toInstant();
        return new Kept(
                Granularity.MINUTE.ceiling(retention.oldest(CellGrain.MINUTE, now), zone),
                Granularity.HOUR.ceiling(retention.oldest(CellGrain.HOUR, now), zone),
                events);
    }

    Instant from(Source source) {
        return switch (source) {
            case DAY -> Instant.MIN;
            case HOUR -> hours;
            case MINUTE -> minutes;
            case LEDGER -> events;
        };
    }
}
