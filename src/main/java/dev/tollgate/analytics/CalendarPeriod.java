package dev.tollgate.analytics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A calendar period in the organization's time zone. Weeks begin on Monday. A running one ends now. */
public enum CalendarPeriod {
    /** Since midnight. */
    TODAY(Unit.DAY, true),
    /** The day before today. */
    YESTERDAY(Unit.DAY, false),
    /** Since Monday. */
    THIS_WEEK(Unit.WEEK, true),
    /** The week before this one. */
    LAST_WEEK(Unit.WEEK, false),
    /** Since the first of the month. */
    THIS_MONTH(Unit.MONTH, true),
    /** The month before this one. */
    LAST_MONTH(Unit.MONTH, false),
    /** Since the first day of the quarter. */
    THIS_QUARTER(Unit.QUARTER, true),
    /** The quarter before this one. */
    LAST_QUARTER(Unit.QUARTER, false),
    /** Since the first of January. */
    THIS_YEAR(Unit.YEAR, true),
    /** The year before this one. */
    LAST_YEAR(Unit.YEAR, false);

    @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
    private enum Unit {
        DAY(Period.ofDays(1), day -> day),
        WEEK(Period.ofWeeks(1), day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))),
        MONTH(Period.ofMonths(1), day -> day.withDayOfMonth(1)),
        QUARTER(Period.ofMonths(3), day -> day.with(IsoFields.DAY_OF_QUARTER, 1)),
        YEAR(Period.ofYears(1), day -> day.withDayOfYear(1));

        private final Period length;
        private final UnaryOperator<LocalDate> start;

        Unit(Period length, UnaryOperator<LocalDate> start) {
            this.length = length;
            this.start = start;
        }
    }

    private final Unit unit;
    private final boolean running;

    CalendarPeriod(Unit unit, boolean running) {
        this.unit = unit;
        this.running = running;
    }

    /** Whether the period is not over. */
    boolean isRunning() {
        return running;
    }

    /** The period before the running one: YESTERDAY for TODAY. Empty for one that is not running. */
    public Optional<CalendarPeriod> before() {
        return Arrays.stream(values())
                .filter(period -> running && !period.running && period.unit == unit)
                .findFirst();
    }

    /** The first day of the period, on a day. */
    public LocalDate start(LocalDate today) {
        LocalDate start = unit.start.apply(today);
        return running ? start : start.minus(unit.length);
    }

    /** The first day of the period that follows the one which begins on the day. */
    LocalDate next(LocalDate start) {
        return start.plus(unit.length);
    }

    /** The first day of the period before the one which begins on the day. */
    LocalDate previous(LocalDate start) {
        return start.minus(unit.length);
    }
}
