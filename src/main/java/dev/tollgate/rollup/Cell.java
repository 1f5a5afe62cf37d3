package dev.tollgate.rollup;

import dev.tollgate.usage.Contribution;
import org.jspecify.annotations.Nullable;

/** Usage being added up, with its sketches. Not safe for several threads. */
public final class Cell {

    private UsageTotals totals = UsageTotals.NONE;
    private @Nullable LatencySketch latency;
    private @Nullable UserSketch users;

    /** Adds a contribution. */
    public void add(Contribution contribution) {
        add(UsageTotals.of(contribution), contribution);
    }

    void add(UsageTotals added, Contribution contribution) {
        totals = totals.plus(added);
        if (contribution.latencyMs() != null) {
            ownLatency().add(contribution.latencyMs());
        }
        if (contribution.user() != null) {
            ownUsers().add(contribution.user());
        }
    }

    /** Adds all of another cell. */
    public void add(Cell other) {
        totals = totals.plus(other.totals);
        if (other.latency != null) {
            ownLatency().merge(other.latency);
        }
        if (other.users != null) {
            ownUsers().merge(other.users);
        }
    }

    /** Adds what was stored of the cell's sketches before. */
    void mergeSketches(byte @Nullable [] storedLatency, byte @Nullable [] storedUsers) {
        if (storedLatency != null) {
            ownLatency().merge(storedLatency);
        }
        if (storedUsers != null) {
            ownUsers().merge(storedUsers);
        }
    }

    boolean hasSketches() {
        return latency != null || users != null;
    }

    /** What it comes to. */
    public UsageTotals totals() {
        return totals;
    }

    /** How long calls took; null when none told. */
    public @Nullable LatencySketch latency() {
        return latency;
    }

    /** The distinct users; null when there were none. */
    public @Nullable UserSketch users() {
        return users;
    }

    byte @Nullable [] latencyBytes() {
        return latency == null ? null : latency.toBytes();
    }

    byte @Nullable [] userBytes() {
        return users == null ? null : users.toBytes();
    }

    private LatencySketch ownLatency() {
        if (latency == null) {
            latency = new LatencySketch();
        }
        return latency;
    }

    private UserSketch ownUsers() {
        if (users == null) {
            users = new UserSketch();
        }
        return users;
    }
}
