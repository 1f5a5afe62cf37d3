package dev.tollgate.alert;

import java.time.Instant;
import java.util.UUID;

/** A place in a list that is sorted by time, newest first. */
public record TimePosition(Instant at, UUID id) {}
