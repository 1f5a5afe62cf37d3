/**
 * Questions about usage. A slice, a stretch of time and a filter, is planned from what was asked of it, read from the cells in
 * one snapshot, and divided in memory, so that all its numbers add up. Owns no table: the cells are {@code rollup}'s, the ledger
 * and the dictionary {@code usage}'s.
 */
@NullMarked
@ApplicationModule(
        displayName = "Analytics",
        allowedDependencies = {"core", "tenancy", "organization", "access", "apikey", "graphql", "usage", "rollup"})
package dev.tollgate.analytics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
