package dev.tollgate.analytics;

import java.util.List;

/**
 * A page of single events.
 *
 * @param events the events, newest first
 * @param hasMore whether there are older ones
 * @param total how many there are in all; 0 when that was not asked for
 */
public record RecordedEvents(List<RecordedEvent> events, boolean hasMore, long total) {}
