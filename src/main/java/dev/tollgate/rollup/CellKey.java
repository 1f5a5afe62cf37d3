package dev.tollgate.rollup;

import dev.tollgate.usage.AttributionId;
import java.time.Instant;
import java.util.Comparator;

/** Names a cell within an organization and a grain. Ordered as the tables are, so that all writers lock in one order. */
record CellKey(Instant bucket, AttributionId attribution) implements Comparable<CellKey> {

    private static final Comparator<CellKey> ORDER = Comparator.comparing(CellKey::bucket)
            .thenComparingLong(key -> key.attribution().value());

    @Override
    public int compareTo(CellKey other) {
        return ORDER.compare(this, other);
    }
}
