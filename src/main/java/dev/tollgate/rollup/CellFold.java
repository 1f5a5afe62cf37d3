package dev.tollgate.rollup;

import dev.tollgate.usage.AttributionId;
import dev.tollgate.usage.Contribution;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Adds contributions up into cells of every grain, by attribution and for all of them together, in key order. Buckets before a
 * grain's retention are left out. A contribution is added once, to the cell of its minute and attribution; the other cells are made
 * of those. Not safe for several threads.
 */
final class CellFold {

    private final ZoneId zone;
    private final Map<CellGrain, Instant> oldest = new EnumMap<>(CellGrain.class);
    private final Map<CellGrain, Map<CellKey, Cell>> cells = new EnumMap<>(CellGrain.class);
    private final Map<Long, Map<AttributionId, Cell>> minutes = new HashMap<>();
    private final UserFold users;

    CellFold(ZoneId zone, Retention retention, Instant now) {
        this.zone = zone;
        this.users = new UserFold(zone);
        for (CellGrain grain : CellGrain.values()) {
            oldest.put(grain, retention.oldest(grain, now));
            cells.put(grain, new HashMap<>());
        }
    }

    void add(Contribution contribution) {
        long minute = Math.floorDiv(contribution.occurredAt().getEpochSecond(), 60L);
        long costUnits = contribution.cost().toUnits();
        minutes.computeIfAbsent(minute, _ -> new HashMap<>())
                .computeIfAbsent(contribution.attribution(), _ -> new Cell())
                .add(contribution, costUnits);
        users.add(minute, contribution, costUnits);
    }

    NavigableMap<CellKey, Cell> cells(CellGrain grain) {
        spread();
        return new TreeMap<>(Objects.requireNonNull(cells.get(grain)));
    }

    /** Hands over the cells of a grain and forgets them. */
    NavigableMap<CellKey, Cell> drain(CellGrain grain) {
        spread();
        return new TreeMap<>(Objects.requireNonNull(cells.put(grain, new HashMap<>())));
    }

    /** The cells of users, in key order. */
    List<UserCell> users() {
        return users.cells();
    }

    private void spread() {
        minutes.forEach((minute, byAttribution) -> {
            Cell all = new Cell();
            byAttribution.values().forEach(all::add);
            byAttribution.put(AttributionId.ALL, all);
            for (CellGrain grain : CellGrain.values()) {
                spread(grain, Instant.ofEpochSecond(60 * minute), byAttribution);
            }
        });
        minutes.clear();
    }

    private void spread(CellGrain grain, Instant minute, Map<AttributionId, Cell> added) {
        Instant bucket = grain.granularity().floor(minute, zone);
        if (!bucket.isBefore(Objects.requireNonNull(oldest.get(grain)))) {
            Map<CellKey, Cell> ofGrain = Objects.requireNonNull(cells.get(grain));
            added.forEach(
                    (attribution, cell) -> ofGrain.computeIfAbsent(new CellKey(bucket, attribution), _ -> new Cell())
                            .add(cell));
        }
    }
}
