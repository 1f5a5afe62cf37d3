package dev.tollgate.analytics;

import dev.tollgate.core.TimeWindow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A stretch of time as it was really used.
 *
 * @param window the stretch
 * @param zone the zone whose calendar was used
 * @param grains what the numbers were computed from, coarsest first, the ledger last
 */
public record ResolvedRange(TimeWindow window, ZoneId zone, List<Source> grains) {

    /** The first moment inside. */
    public Instant from() {
        return window.from();
    }

    /** The first moment after. */
    public Instant to() {
        return window.to();
    }

    /** The zone's IANA name. */
    public String timeZone() {
        return zone.getId();
    }
}
