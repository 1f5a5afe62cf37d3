package dev.tollgate.alert;

import java.util.UUID;

/** A place in a list that is sorted by name. */
public record NamePosition(String name, UUID id) {}
