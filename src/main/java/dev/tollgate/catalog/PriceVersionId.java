package dev.tollgate.catalog;

/** Names a version of a price; what an event was charged with. */
public record PriceVersionId(long value) {}
