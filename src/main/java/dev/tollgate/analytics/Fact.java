package dev.tollgate.analytics;

/** Something known of a part of the slice. */
record Fact<T>(FactKey key, T value) {}
