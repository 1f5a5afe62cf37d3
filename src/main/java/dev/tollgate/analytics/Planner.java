package dev.tollgate.analytics;

import dev.tollgate.core.Granularity;
import dev.tollgate.core.TimeWindow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Covers a stretch of time with the fewest cells: whole days, then whole hours, then minutes at the ragged ends, all in the
 * organization's zone. Where finer cells are kept no longer, the ends snap outward; where only finer cells could answer, because
 * a trend needs them, the ledger takes their place.
 */
record Planner(ZoneId zone, Kept kept) {

    /** The plan with no cell wider than {@code widest}, for a window of whole minutes. */
    Plan plan(TimeWindow asked, Source widest) {
        return covered(widest == Source.LEDGER ? asked : snapped(asked, widest), widest);
    }

    /**
     * The plan for a window that must keep its length: where only minute cells are gone, the ledger tells the minutes of its first
     * and last hour. Where hour cells are gone too it would be read for days, and the ends snap outward.
     */
    Plan exact(TimeWindow asked) {
        boolean told = !asked.from().isBefore(kept.hours()) && !asked.from().isBefore(kept.events());
        return told ? covered(asked, Source.DAY) : plan(asked, Source.DAY);
    }

    /** The plan for a window that is not widened as far back as the ledger goes, however much of it is to be read. */
    Plan told(TimeWindow asked, Source widest) {
        return asked.from().isBefore(kept.events()) ? plan(asked, widest) : covered(asked, widest);
    }

    private Plan covered(TimeWindow window, Source widest) {
        List<Segment> segments = new ArrayList<>();
        cover(window.from(), window.to(), widest, segments);
        return new Plan(window, merged(segments));
    }

    /** The plan for sums by user: only whole days are kept for these. */
    List<Segment> byUser(TimeWindow window) {
        List<Segment> segments = new ArrayList<>();
        Instant firstDay = Granularity.DAY.ceiling(window.from(), zone);
        Instant lastDay = Granularity.DAY.floor(window.to(), zone);
        if (firstDay.isBefore(lastDay)) {
            add(window.from(), firstDay, Source.LEDGER, segments);
            add(firstDay, lastDay, Source.DAY, segments);
            add(lastDay, window.to(), Source.LEDGER, segments);
        } else {
            add(window.from(), window.to(), Source.LEDGER, segments);
        }
        return segments;
    }

    private TimeWindow snapped(TimeWindow asked, Source widest) {
        return new TimeWindow(start(asked.from(), widest), end(asked.to(), widest));
    }

    private Instant start(Instant from, Source widest) {
        for (Source source : List.of(Source.MINUTE, Source.HOUR)) {
            Instant start = width(source).floor(from, zone);
            if (isAnswered(source, start, widest)) {
                return start;
            }
        }
        return Granularity.DAY.floor(from, zone);
    }

    /** What is left over after the last wider cell must be there as a whole. */
    private Instant end(Instant to, Source widest) {
        for (Source source : List.of(Source.MINUTE, Source.HOUR)) {
            Granularity wider = source == Source.MINUTE ? Granularity.HOUR : Granularity.DAY;
            if (isAnswered(source, wider.floor(to, zone), widest)) {
                return width(source).ceiling(to, zone);
            }
        }
        return Granularity.DAY.ceiling(to, zone);
    }

    /** Whether cells so fine are there from the moment on; the ledger fills in for those that a trend needs. */
    private boolean isAnswered(Source source, Instant from, Source widest) {
        return !from.isBefore(kept.from(source)) || (source == widest && !from.isBefore(kept.events()));
    }

    private void cover(Instant from, Instant to, Source source, List<Segment> segments) {
        if (source == Source.MINUTE || source == Source.LEDGER) {
            fill(from, to, source, segments);
            return;
        }
        Instant first = width(source).ceiling(from, zone);
        Instant last = width(source).floor(to, zone);
        Source finer = source == Source.DAY ? Source.HOUR : Source.MINUTE;
        if (first.isBefore(last)) {
            cover(from, first, finer, segments);
            fill(first, last, source, segments);
            cover(last, to, finer, segments);
        } else {
            cover(from, to, finer, segments);
        }
    }

    /** Reads the cells that are kept, and the ledger for older ones. */
    private void fill(Instant from, Instant to, Source source, List<Segment> segments) {
        Instant kept = this.kept.from(source);
        Instant border = kept.isBefore(from) ? from : kept.isAfter(to) ? to : kept;
        add(from, border, Source.LEDGER, segments);
        add(border, to, source, segments);
    }

    private static void add(Instant from, Instant to, Source source, List<Segment> segments) {
        if (from.isBefore(to)) {
            segments.add(new Segment(source, new TimeWindow(from, to)));
        }
    }

    private static List<Segment> merged(List<Segment> segments) {
        List<Segment> merged = new ArrayList<>();
        for (Segment segment : segments) {
            if (!merged.isEmpty() && merged.getLast().source() == segment.source()) {
                TimeWindow before = merged.removeLast().window();
                merged.add(new Segment(
                        segment.source(),
                        new TimeWindow(before.from(), segment.window().to())));
            } else {
                merged.add(segment);
            }
        }
        return merged;
    }

    static Granularity width(Source source) {
        return switch (source) {
            case DAY -> Granularity.DAY;
            case HOUR -> Granularity.HOUR;
            case MINUTE, LEDGER -> Granularity.MINUTE;
        };
    }
}
