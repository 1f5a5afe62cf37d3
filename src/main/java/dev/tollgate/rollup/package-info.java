/**
 * The cells: usage added up by minute, hour and day, with mergeable sketches. Owns the cell tables, adds committed batches to
 * them exactly once, rebuilds them from the ledger and watches that they agree with it. It answers no question itself.
 */
@NullMarked
@ApplicationModule(
        displayName = "Rollup",
        allowedDependencies = {"core", "tenancy", "organization", "usage"})
package dev.tollgate.rollup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
