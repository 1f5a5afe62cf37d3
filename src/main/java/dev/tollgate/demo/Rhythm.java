package dev.tollgate.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Bends even time into office hours: busy by day, quiet by night and at weekends, and growing slowly. */
final class Rhythm {

    /** How busy each hour of a UTC day is. */
    private static final int[] HOURS = {
        8, 6, 5, 5, 6, 10, 22, 45, 70, 88, 95, 92, 80, 90, 100, 98, 90, 75, 55, 42, 34, 26, 18, 12
    };

    private static final double SATURDAY = 0.38;
    private static final double SUNDAY = 0.30;
    private static final double GROWTH = 0.4;

    private final List<Instant> bounds = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    Rhythm(Instant from, Instant to) {
        bounds.add(from);
        weights.add(0.0);
        double total = 0;
        for (Instant start = from; start.isBefore(to); start = bounds.getLast()) {
            Instant nextHour = start.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
            Instant end = nextHour.isBefore(to) ? nextHour : to;
            total += weight(start, share(from, to, start)) * millis(start, end);
            bounds.add(end);
            weights.add(total);
        }
    }

    /** The moment by which a share, from 0 to 1, of all that happens has happened. */
    Instant at(double share) {
        double wanted = share * weights.getLast();
        int low = 0;
        int high = weights.size() - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (weights.get(middle) <= wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double within = (wanted - weights.get(low)) / (weights.get(high) - weights.get(low));
        return bounds.get(low).plusMillis((long) (within * millis(bounds.get(low), bounds.get(high))));
    }

    private static double weight(Instant hour, double share) {
        OffsetDateTime time = hour.atOffset(ZoneOffset.UTC);
        return HOURS[time.getHour()] * weekday(time.getDayOfWeek()) * (1 + GROWTH * share);
    }

    private static double weekday(DayOfWeek day) {
        return switch (day) {
            case SATURDAY -> SATURDAY;
            case SUNDAY -> SUNDAY;
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> 1;
        };
    }

    private static double share(Instant from, Instant to, Instant moment) {
        return (double) millis(from, moment) / millis(from, to);
    }

    private static long millis(Instant from, Instant to) {
        return Duration.between(from, to).toMillis();
    }
}
