package dev.tollgate.rollup;

import dev.tollgate.usage.AttributionId;
import dev.tollgate.usage.Contribution;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Adds contributions up into cells of every grain, by attribution and for all of them together, in key order. Buckets before a
 * grain's retention are left out. Not safe for several threads.
 */
final class CellFold {

    private record Buckets(Instant minute, Instant hour, Instant day) {
        Instant of(CellGrain grain) {
            return switch (grain) {
                case MINUTE -> minute;
                case HOUR -> hour;
                case DAY -> day;
            };
        }
    }

    private final ZoneId zone;
    private final Map<CellGrain, Instant> oldest = new EnumMap<>(CellGrain.class);
    private final Map<CellGrain, NavigableMap<CellKey, Cell>> cells = new EnumMap<>(CellGrain.class);
    private final NavigableMap<UserCellKey, UsageTotals> users = new TreeMap<>();
    private final Map<Instant, Buckets> bucketsOfMinute = new HashMap<>();

    CellFold(ZoneId zone, Retention retention, Instant now) {
        this.zone = zone;
        for (CellGrain grain : CellGrain.values()) {
            oldest.put(grain, retention.oldest(grain, now));
            cells.put(grain, new TreeMap<>());
        }
    }

    void add(Contribution contribution) {
        UsageTotals totals = UsageTotals.of(contribution);
        Instant minute = contribution.occurredAt().truncatedTo(ChronoUnit.MINUTES);
        Buckets buckets = bucketsOfMinute.computeIfAbsent(minute, this::buckets);
        for (CellGrain grain : CellGrain.values()) {
            Instant bucket = buckets.of(grain);
            if (!bucket.isBefore(Objects.requireNonNull(oldest.get(grain)))) {
                cell(grain, bucket, contribution.attribution()).add(totals, contribution);
                cell(grain, bucket, AttributionId.ALL).add(totals, contribution);
            }
        }
        addUser(buckets.day(), contribution.attribution(), contribution, totals);
        addUser(buckets.day(), AttributionId.ALL, contribution, totals);
    }

    NavigableMap<CellKey, Cell> cells(CellGrain grain) {
        return Objects.requireNonNull(cells.get(grain));
    }

    /** Hands over the cells of a grain and forgets them. */
    NavigableMap<CellKey, Cell> drain(CellGrain grain) {
        return Objects.requireNonNull(cells.put(grain, new TreeMap<>()));
    }

    NavigableMap<UserCellKey, UsageTotals> users() {
        return users;
    }

    private Buckets buckets(Instant minute) {
        return new Buckets(
                minute,
                CellGrain.HOUR.granularity().floor(minute, zone),
                CellGrain.DAY.granularity().floor(minute, zone));
    }

    private Cell cell(CellGrain grain, Instant bucket, AttributionId attribution) {
        return cells(grain).computeIfAbsent(new CellKey(bucket, attribution), missing -> new Cell());
    }

    private void addUser(Instant day, AttributionId attribution, Contribution contribution, UsageTotals totals) {
        String user = Objects.requireNonNullElse(contribution.user(), "");
        users.merge(new UserCellKey(new CellKey(day, attribution), user), totals, UsageTotals::plus);
    }
}
