package dev.tollgate.rollup;

import dev.tollgate.usage.AttributionId;
import dev.tollgate.usage.Contribution;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Adds contributions up by user, day of a zone, and attribution or all of them together. Not safe for several threads.
 */
final class UserFold {

    private final ZoneId zone;
    private final Map<Long, Instant> dayOfMinute = new HashMap<>();
    private final Map<CellKey, Map<String, RunningTotals>> byKey = new HashMap<>();

    UserFold(ZoneId zone) {
        this.zone = zone;
    }

    void add(long minute, Contribution contribution, long costUnits) {
        CellKey key = new CellKey(dayOfMinute.computeIfAbsent(minute, this::day), contribution.attribution());
        String user = Objects.requireNonNullElse(contribution.user(), "");
        byKey.computeIfAbsent(key, _ -> new HashMap<>())
                .computeIfAbsent(user, _ -> new RunningTotals())
                .add(contribution, costUnits);
    }

    /** Every user's cell, in key order. */
    List<UserCell> cells() {
        List<UserCell> cells = new ArrayList<>();
        addCells(cells, byKey);
        addCells(cells, ofAllAttributions());
        cells.sort(UserCell.ORDER);
        return cells;
    }

    private Map<CellKey, Map<String, RunningTotals>> ofAllAttributions() {
        Map<CellKey, Map<String, RunningTotals>> ofAll = new HashMap<>();
        byKey.forEach((key, users) -> {
            Map<String, RunningTotals> all =
                    ofAll.computeIfAbsent(new CellKey(key.bucket(), AttributionId.ALL), _ -> new HashMap<>());
            users.forEach((user, totals) ->
                    all.computeIfAbsent(user, _ -> new RunningTotals()).add(totals));
        });
        return ofAll;
    }

    private static void addCells(List<UserCell> cells, Map<CellKey, Map<String, RunningTotals>> byKey) {
        byKey.forEach((key, users) -> users.forEach((user, totals) -> cells.add(new UserCell(key, user, totals))));
    }

    private Instant day(long minute) {
        return CellGrain.DAY.granularity().floor(Instant.ofEpochSecond(60 * minute), zone);
    }
}
