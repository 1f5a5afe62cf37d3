/**
 * Charges stored events again after prices were corrected, and has every sum follow by the difference. It changes nothing of an
 * event but its cost.
 */
@NullMarked
@ApplicationModule(
        displayName = "Repricing",
        allowedDependencies = {"core", "tenancy", "organization", "catalog", "usage", "access", "analytics", "audit"})
package dev.tollgate.repricing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
