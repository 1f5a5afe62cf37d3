package dev.tollgate.quota;

/** A quota's place in the list. */
public record QuotaPosition(String name, QuotaId id) {}
