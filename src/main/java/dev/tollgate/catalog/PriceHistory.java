package dev.tollgate.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lays an organization's own versions of a price over those of the catalogue: from the first own one on, only own ones hold. */
final class PriceHistory {

    private static final Comparator<PricePeriod> OLDEST_FIRST = Comparator.comparing(
                    (PricePeriod period) -> period.version().effectiveFrom())
            .thenComparing(period -> period.version().negotiated());

    private PriceHistory() {}

    /** Every version, newest first; each list given is oldest first. */
    static List<PricePeriod> of(List<PriceVersion> listed, List<PriceVersion> own) {
        Instant takenOver = own.isEmpty() ? null : own.getFirst().effectiveFrom();
        return Stream.concat(periods(listed, takenOver).stream(), periods(own, null).stream())
                .sorted(OLDEST_FIRST)
                .toList()
                .reversed();
    }

    private static List<PricePeriod> periods(List<PriceVersion> versions, @Nullable Instant takenOver) {
        List<PricePeriod> periods = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            Instant next = i + 1 < versions.size() ? versions.get(i + 1).effectiveFrom() : null;
            periods.add(new PricePeriod(versions.get(i), earlier(next, takenOver)));
        }
        return periods;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
