/**
 * The ledger of usage events and the dictionary of their attributions: the only truth that everything else is derived from.
 * Owns the tables usage_event, usage_batch and attribution and their partitions. It does not price, add up or answer.
 */
@NullMarked
@ApplicationModule(
        displayName = "Usage",
        allowedDependencies = {"core", "tenancy", "catalog"})
package dev.tollgate.usage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
