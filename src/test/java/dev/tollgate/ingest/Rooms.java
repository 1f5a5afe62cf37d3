package dev.tollgate.ingest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Makes rooms for tests without an application. */
public final class Rooms {

    private Rooms() {}

    /** A room of that size. */
    public static IngestRoom of(IngestSettings settings) {
        return new IngestRoom(settings, new SimpleMeterRegistry());
    }
}
