package dev.tollgate.analytics;

import dev.tollgate.core.TimeWindow;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
    public OffsetDateTime from() {
        return window.from().atOffset(ZoneOffset.UTC);
    }

    /** The first moment after. */
    public OffsetDateTime to() {
        return window.to().atOffset(ZoneOffset.UTC);
    }

    /** The zone's IANA name. */
    public String timeZone() {
        return zone.getId();
    }
}
