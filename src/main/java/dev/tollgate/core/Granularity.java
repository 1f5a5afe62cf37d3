package dev.tollgate.core;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** The width of time buckets. Days and longer follow the calendar of a zone, so that a day has 23 to 25 hours. */
public enum Granularity {
    /** Minutes. */
    MINUTE,
    /** Hours of the zone's wall clock, half-hour zones included. */
    HOUR,
    /** Calendar days. */
    DAY,
    /** ISO weeks, beginning on Monday. */
    WEEK,
    /** Calendar months. */
    MONTH;

    private static final int SECONDS_AN_HOUR = 3_600;

    /** The beginning of the bucket that the moment is in. */
    public Instant floor(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        return switch (this) {
            case MINUTE -> moment.truncatedTo(ChronoUnit.MINUTES);
            case HOUR -> startOfHour(local);
            case DAY -> startOf(local.toLocalDate(), zone);
            case WEEK -> startOf(local.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), zone);
            case MONTH -> startOf(local.toLocalDate().withDayOfMonth(1), zone);
        };
    }

    /** The beginning of the bucket after the one that begins at {@code start}. */
    public Instant next(Instant start, ZoneId zone) {
        LocalDate day = start.atZone(zone).toLocalDate();
        return switch (this) {
            case MINUTE -> start.plus(1, ChronoUnit.MINUTES);
            case HOUR -> nextHour(start, zone);
            case DAY -> startOf(day.plusDays(1), zone);
            case WEEK -> startOf(day.plusWeeks(1), zone);
            case MONTH -> startOf(day.plusMonths(1), zone);
        };
    }

    /** The moment itself when a bucket begins there, else the beginning of the next bucket. */
    public Instant ceiling(Instant moment, ZoneId zone) {
        Instant start = floor(moment, zone);
        return start.equals(moment) ? start : next(start, zone);
    }

    /**
     * By the offset of the moment, so that a shift by whole hours in the middle of an hour, as at 02:45 in Chatham, leaves every hour its
     * length; by the wall clock where the shift has minutes of its own.
     */
    private static Instant startOfHour(ZonedDateTime local) {
        Instant byOffset =
                local.toOffsetDateTime().truncatedTo(ChronoUnit.HOURS).toInstant();
        int before = local.getZone().getRules().getOffset(byOffset).getTotalSeconds();
        int shift = local.getOffset().getTotalSeconds() - before;
        return shift % SECONDS_AN_HOUR == 0
                ? byOffset
                : local.truncatedTo(ChronoUnit.HOURS).toInstant();
    }

    /** A zone's shift of half an hour makes one hour bucket longer or shorter than an hour. */
    private static Instant nextHour(Instant start, ZoneId zone) {
        Instant next = HOUR.floor(start.plus(1, ChronoUnit.HOURS), zone);
        return next.isAfter(start) ? next : HOUR.floor(start.plus(2, ChronoUnit.HOURS), zone);
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
