package dev.tollgate.analytics;

import dev.tollgate.rollup.LatencySketch;
import dev.tollgate.rollup.UserSketch;

/** The sketches of a part of the slice, to merge into; not for several threads. */
record Sketches(LatencySketch latency, UserSketch users) {

    static Sketches empty() {
        return new Sketches(new LatencySketch(), new UserSketch());
    }

    void merge(Sketches other) {
        latency.merge(other.latency);
        users.merge(other.users);
    }
}
