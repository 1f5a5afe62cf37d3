package dev.tollgate.alert;

import dev.tollgate.analytics.CalendarPeriod;
import dev.tollgate.analytics.RangeAsked;
import dev.tollgate.core.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stretch of time that a rule looks at: exactly one of the two.
 *
 * @param last so long until now
 * @param calendar a calendar period in the organization's zone
 */
public record AlertWindow(@Nullable Duration last, @Nullable CalendarPeriod calendar) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    /** BAD_USER_INPUT on the field unless it is one that can be looked at again and again. */
    void check(String field) {
        if (last != null && (last.compareTo(SHORTEST) < 0 || last.compareTo(LONGEST) > 0)) {
            throw ProblemException.badInput(field, "A window is from a minute to 366 days long.");
        }
    }

    RangeAsked range() {
        return last == null ? new RangeAsked.Calendar(Objects.requireNonNull(calendar)) : new RangeAsked.Last(last);
    }

    /** The calendar period that was running then and is over now, as the whole that it has become; empty when none is. */
    Optional<AlertWindow> ended(Instant then, Instant now, ZoneId zone) {
        if (calendar == null
                || calendar.start(then.atZone(zone).toLocalDate())
                        .equals(calendar.start(now.atZone(zone).toLocalDate()))) {
            return Optional.empty();
        }
        return calendar.before().map(before -> new AlertWindow(null, before));
    }

    /** When, as part of a sentence. */
    String words() {
        return last == null
                ? Objects.requireNonNull(calendar)
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', ' ')
                : "in the last " + Words.of(last);
    }
}
