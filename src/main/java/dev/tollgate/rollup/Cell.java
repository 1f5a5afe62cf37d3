package dev.tollgate.rollup;

import dev.tollgate.usage.Contribution;
import org.jspecify.annotations.Nullable;

/** Usage being added up, with what its sketches are made of. Not safe for several threads. */
public final class Cell {

    private final RunningTotals totals = new RunningTotals();
    private final LatencySamples latencies = new LatencySamples();
    private final UserSamples users = new UserSamples();

    /** Adds a contribution. */
    public void add(Contribution contribution) {
        add(contribution, contribution.cost().toUnits());
    }

    void add(Contribution contribution, long costUnits) {
        totals.add(contribution, costUnits);
        Integer latencyMs = contribution.latencyMs();
        if (latencyMs != null) {
            latencies.add(latencyMs);
        }
        String user = contribution.user();
        if (user != null) {
            users.add(user);
        }
    }

    void add(Cell other) {
        totals.add(other.totals);
        latencies.addAll(other.latencies);
        users.addAll(other.users);
    }

    /** What it comes to. */
    public UsageTotals totals() {
        return totals.totals();
    }

    /** How long calls took; null when none told. Not to be changed. */
    public @Nullable LatencySketch latency() {
        return latencies.sketch();
    }

    /** The distinct users; null when there were none. Not to be changed. */
    public @Nullable UserSketch users() {
        return users.sketch();
    }

    RunningTotals running() {
        return totals;
    }

    LatencySamples latencySamples() {
        return latencies;
    }

    UserSamples userSamples() {
        return users;
    }

    boolean hasSamples() {
        return !latencies.isEmpty() || !users.isEmpty();
    }
}
