package dev.tollgate.quota;

import dev.tollgate.core.Granularity;
import dev.tollgate.core.TimeWindow;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * When periods begin, by the organization's calendar and clock, or which window rolls at any time. An hour that a shift of the clock
 * leaves out begins at the shift; one that it repeats begins the first time.
 *
 * @param period how long they are
 * @param resetDay the day of the week from 1, Monday, or of the month; the last day of shorter months. 1 where it means nothing
 * @param resetHour the hour of the day, 0 to 23; 0 for hourly periods and windows that roll
 */
public record PeriodRule(QuotaPeriod period, int resetDay, int resetHour) {

    /** The period that the moment is in. */
    TimeWindow window(Instant moment, ZoneId zone) {
        return period.rolling().map(rolling -> rolling.counted(moment)).orElseGet(() -> calendar(moment, zone));
    }

    private TimeWindow calendar(Instant moment, ZoneId zone) {
        if (period == QuotaPeriod.HOURLY) {
            Instant start = Granularity.HOUR.floor(moment, zone);
            return new TimeWindow(start, Granularity.HOUR.next(start, zone));
        }
        LocalDate day = firstDay(moment.atZone(zone).toLocalDate());
        while (start(day, zone).isAfter(moment)) {
            day = next(day, -1);
        }
        while (!start(next(day, 1), zone).isAfter(moment)) {
            day = next(day, 1);
        }
        return new TimeWindow(start(day, zone), start(next(day, 1), zone));
    }

    /** The period before the one that begins then; for a window that rolls, one of the promised length. */
    TimeWindow before(TimeWindow window, ZoneId zone) {
        return period.rolling()
                .map(rolling -> new TimeWindow(window.from().minus(rolling.length()), window.from()))
                .orElseGet(() -> calendarBefore(window, zone));
    }

    private TimeWindow calendarBefore(TimeWindow window, ZoneId zone) {
        return calendar(window.from().minusNanos(1), zone);
    }

    private Instant start(LocalDate day, ZoneId zone) {
        Instant midnight = day.atStartOfDay(zone).toInstant();
        return resetHour == 0
                ? midnight
                : day.atTime(resetHour, 0)
                        .atZone(zone)
                        .withEarlierOffsetAtOverlap()
                        .toInstant();
    }

    /** The first day of the period that the day is in, by the calendar alone. */
    private LocalDate firstDay(LocalDate day) {
        return switch (period) {
            case HOURLY, DAILY, ROLLING_HOUR, ROLLING_DAY, ROLLING_7_DAYS, ROLLING_30_DAYS -> day;
            case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(resetDay)));
            case MONTHLY -> in(YearMonth.from(day));
        };
    }

    private LocalDate next(LocalDate first, int step) {
        return switch (period) {
            case HOURLY, DAILY, ROLLING_HOUR, ROLLING_DAY, ROLLING_7_DAYS, ROLLING_30_DAYS -> first.plusDays(step);
            case WEEKLY -> first.plusWeeks(step);
            case MONTHLY -> in(YearMonth.from(first).plusMonths(step));
        };
    }

    private LocalDate in(YearMonth month) {
        return month.atDay(Math.min(resetDay, month.lengthOfMonth()));
    }
}
