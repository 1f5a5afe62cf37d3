package dev.tollgate.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays what an organization has said of a price over the catalogue's versions: from the first own one on, only own ones hold, but
 * for the times in which the catalogue's are said to hold again.
 */
final class PriceHistory {

    private static final Comparator<PricePeriod> OLDEST_FIRST = Comparator.comparing(PricePeriod::from)
            .thenComparing(period -> period.version().negotiated());

    private final List<PriceVersion> listed;
    private final List<OwnVersion> own;

    private PriceHistory(List<PriceVersion> listed, List<OwnVersion> own) {
        this.listed = listed;
        this.own = own;
    }

    /** Every version, newest first; each list given is oldest first. */
    static List<PricePeriod> of(List<PriceVersion> listed, List<OwnVersion> own) {
        return new PriceHistory(listed, own).periods();
    }

    private List<PricePeriod> periods() {
        List<PricePeriod> later = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            later.addAll(during(own.get(i), i + 1 < own.size() ? own.get(i + 1).from() : null));
        }
        List<PricePeriod> periods = new ArrayList<>(later);
        listed(null, own.isEmpty() ? null : own.getFirst().from()).stream()
                // Those that did not hold then, but do later, are told once.
                .filter(period -> !period.isEmpty() || !holds(later, period.version()))
                .forEach(periods::add);
        return periods.stream().sorted(OLDEST_FIRST).toList().reversed();
    }

    private List<PricePeriod> during(OwnVersion said, @Nullable Instant until) {
        return said.tariff() == null
                ? listed(said.from(), until).stream()
                        .filter(period -> !period.isEmpty())
                        .toList()
                : List.of(new PricePeriod(said.tariff().version(), until));
    }

    private static boolean holds(List<PricePeriod> periods, PriceVersion version) {
        return periods.stream().anyMatch(period -> period.version().equals(version));
    }

    /** The catalogue's versions within a stretch of time, those that do not hold in it with an empty period; null is no bound. */
    private List<PricePeriod> listed(@Nullable Instant from, @Nullable Instant until) {
        List<PricePeriod> periods = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            PriceVersion version = listed.get(i);
            Instant next = i + 1 < listed.size() ? listed.get(i + 1).effectiveFrom() : null;
            // The first one holds also before its time.
            Instant begin =
                    from != null && (i == 0 || from.isAfter(version.effectiveFrom())) ? from : version.effectiveFrom();
            periods.add(new PricePeriod(version, begin, earlier(next, until)));
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
