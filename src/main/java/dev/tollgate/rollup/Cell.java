package dev.tollgate.rollup;

import dev.tollgate.usage.Contribution;
import org.jspecify.annotations.Nullable;

/** What a roll adds to one cell. Not safe for several threads. */
final class Cell {

    private UsageTotals totals = UsageTotals.NONE;
    private @Nullable LatencySketch latency;
    private @Nullable UserSketch users;

    void add(UsageTotals added, Contribution contribution) {
        totals = totals.plus(added);
        if (contribution.latencyMs() != null) {
            latency = latency == null ? new LatencySketch() : latency;
            latency.add(contribution.latencyMs());
        }
        if (contribution.user() != null) {
            users = users == null ? new UserSketch() : users;
            users.add(contribution.user());
        }
    }

    /** Adds what was stored of the cell's sketches before. */
    void mergeSketches(byte @Nullable [] storedLatency, byte @Nullable [] storedUsers) {
        if (storedLatency != null) {
            latency = latency == null ? new LatencySketch() : latency;
            latency.merge(storedLatency);
        }
        if (storedUsers != null) {
            users = users == null ? new UserSketch() : users;
            users.merge(storedUsers);
        }
    }

    boolean hasSketches() {
        return latency != null || users != null;
    }

    UsageTotals totals() {
        return totals;
    }

    byte @Nullable [] latencyBytes() {
        return latency == null ? null : latency.toBytes();
    }

    byte @Nullable [] userBytes() {
        return users == null ? null : users.toBytes();
    }
}
