package dev.tollgate.analytics;

import dev.tollgate.core.TimeWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** Finds the period to compare with, by the calendar of a zone. It is never empty. */
record Baselines(ZoneId zone) {

    /** The baseline of a resolved range. */
    TimeWindow of(RangeAsked asked, TimeWindow current, BaselineAsked baseline) {
        return switch (baseline.to()) {
            case PREVIOUS_PERIOD -> previous(asked, current);
            case MONTH_AGO -> earlier(current, Period.ofMonths(1));
            case QUARTER_AGO -> earlier(current, Period.ofMonths(3));
            case YEAR_AGO -> earlier(current, Period.ofYears(1));
            case CUSTOM -> Objects.requireNonNull(baseline.custom());
        };
    }

    private TimeWindow previous(RangeAsked asked, TimeWindow current) {
        return switch (asked) {
            case RangeAsked.Last _ -> justBefore(current);
            case RangeAsked.Between _, RangeAsked.Exactly _ ->
                isWholeDays(current) ? sameDaysBefore(current) : justBefore(current);
            case RangeAsked.Calendar calendar -> previous(calendar.period(), current);
        };
    }

    /** A running period is compared with as many days, and as much of the last one, of the period before it. */
    private TimeWindow previous(CalendarPeriod period, TimeWindow current) {
        LocalDate start = day(current.from());
        LocalDate before = period.previous(start);
        if (!period.isRunning()) {
            return new TimeWindow(midnight(before), current.from());
        }
        ZonedDateTime now = current.to().atZone(zone);
        LocalDate lastDay = before.plusDays(ChronoUnit.DAYS.between(start, now.toLocalDate()));
        Instant end = lastDay.atTime(now.toLocalTime()).atZone(zone).toInstant();
        return new TimeWindow(midnight(before), end.isAfter(current.from()) ? current.from() : end);
    }

    private static TimeWindow justBefore(TimeWindow current) {
        return new TimeWindow(current.from().minus(current.length()), current.from());
    }

    private TimeWindow sameDaysBefore(TimeWindow current) {
        long days = ChronoUnit.DAYS.between(day(current.from()), day(current.to()));
        return new TimeWindow(midnight(day(current.from()).minusDays(days)), current.from());
    }

    /** Several days at the end of a month can become the same day of a shorter one: then the length is kept. */
    private TimeWindow earlier(TimeWindow current, Period ago) {
        ZonedDateTime from = current.from().atZone(zone).minus(ago);
        ZonedDateTime to = current.to().atZone(zone).minus(ago);
        if (to.isAfter(from)) {
            return new TimeWindow(from.toInstant(), to.toInstant());
        }
        if (isWholeDays(current)) {
            long days = ChronoUnit.DAYS.between(day(current.from()), day(current.to()));
            return new TimeWindow(from.toInstant(), midnight(from.toLocalDate().plusDays(days)));
        }
        return new TimeWindow(from.toInstant(), from.toInstant().plus(current.length()));
    }

    private boolean isWholeDays(TimeWindow window) {
        return isMidnight(window.from()) && isMidnight(window.to());
    }

    private boolean isMidnight(Instant moment) {
        return midnight(day(moment)).equals(moment);
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    private Instant midnight(LocalDate day) {
        return day.atTime(LocalTime.MIN).atZone(zone).toInstant();
    }
}
