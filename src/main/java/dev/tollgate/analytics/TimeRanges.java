package dev.tollgate.analytics;

import dev.tollgate.core.TimeWindow;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Tells which stretch of time a range means now. */
@Component
public class TimeRanges {

    private final Clock clock;

    TimeRanges(Clock clock) {
        this.clock = clock;
    }

    /** The whole minutes of a range by the calendar of a zone; a running range ends with the running minute. */
    public TimeWindow resolve(RangeAsked asked, ZoneId zone) {
        return new Ranges(zone, clock.instant()).resolve(asked);
    }
}
