package dev.tollgate.analytics;

import dev.tollgate.core.Granularity;
import dev.tollgate.core.TimeWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Turns what was asked for into whole minutes of time. A range that ends now ends with the running minute. */
record Ranges(ZoneId zone, Instant now) {

    TimeWindow resolve(RangeAsked asked) {
        return switch (asked) {
            case RangeAsked.Last last -> new TimeWindow(endOfMinute().minus(last.duration()), endOfMinute());
            case RangeAsked.Between between -> minutes(between.window());
            case RangeAsked.Exactly exactly -> minutes(exactly.window());
            case RangeAsked.Calendar calendar -> calendar(calendar.period());
        };
    }

    /** The same before it is widened to whole minutes, which must not make it longer than it was meant. */
    TimeWindow exact(RangeAsked asked) {
        return asked instanceof RangeAsked.Between between ? between.window() : resolve(asked);
    }

    private TimeWindow calendar(CalendarPeriod period) {
        LocalDate start = period.start(now.atZone(zone).toLocalDate());
        Instant end = period.isRunning() ? endOfMinute() : midnight(period.next(start));
        return new TimeWindow(midnight(start), end);
    }

    private Instant endOfMinute() {
        return Granularity.MINUTE.next(Granularity.MINUTE.floor(now, zone), zone);
    }

    /** The whole minutes that a window touches. */
    TimeWindow minutes(TimeWindow window) {
        return new TimeWindow(
                Granularity.MINUTE.floor(window.from(), zone), Granularity.MINUTE.ceiling(window.to(), zone));
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
