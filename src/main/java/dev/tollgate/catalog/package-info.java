/**
 * What models exist, what they can do and what they cost: providers, models and effective-dated prices, with each
 * organization's own. Owns the price tables. It charges a call; it stores none.
 */
@NullMarked
@ApplicationModule(
        displayName = "Catalog",
        allowedDependencies = {"core", "tenancy", "access", "audit", "graphql"})
package dev.tollgate.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
