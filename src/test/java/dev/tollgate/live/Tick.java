package dev.tollgate.live;

/** A tick as a client gets it. */
record Tick(String cursor, long sequence, long sinceSequence, TickKind kind, boolean degraded, Told metrics) {

    static final String SELECTION = "{ cursor sequence sinceSequence kind degraded metrics " + Told.SELECTION + " }";

    boolean hasUsage() {
        return metrics.requests() > 0;
    }
}
