package dev.tollgate.live;

import dev.tollgate.analytics.MemorySlice;
import dev.tollgate.analytics.SliceFilter;
import dev.tollgate.usage.Attribution;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * Which parts of intervals are let through. It remembers what it found of an attribution, by the attribution's number: thousands of
 * filters look at the same parts several times a second. Safe from any thread.
 */
final class PartFilter {

    private final SliceFilter filter;
    private final BitSet known = new BitSet();
    private final BitSet passing = new BitSet();

    PartFilter(SliceFilter filter) {
        this.filter = filter;
    }

    /** Whether there is anything for it in the interval. */
    synchronized boolean matchesAny(Interval interval) {
        for (Interval.Part part : interval.parts()) {
            if (matches(part, interval)) {
                return true;
            }
        }
        return false;
    }

    /** Adds what there is for it in the interval. */
    synchronized void addTo(List<MemorySlice.Part> matching, Interval interval) {
        for (Interval.Part part : interval.parts()) {
            if (matches(part, interval)) {
                matching.add(part.usage());
            }
        }
    }

    private boolean matches(Interval.Part part, Interval interval) {
        if (filter.isAll()) {
            return true;
        }
        if (filter.mentionsUser()) {
            return filter.matches(attribution(part, interval), part.usage().user());
        }
        if (!known.get(part.number())) {
            known.set(part.number());
            passing.set(part.number(), filter.matches(attribution(part, interval), ""));
        }
        return passing.get(part.number());
    }

    private static Attribution attribution(Interval.Part part, Interval interval) {
        return Objects.requireNonNull(interval.dictionary().get(part.usage().attribution()));
    }
}
