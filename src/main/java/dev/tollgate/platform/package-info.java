/**
 * What stands above the organizations: which there are, and who looks after them, over GraphQL. It stores nothing of its own: it maps
 * what {@code organization} and {@code access} know, for platform operators alone.
 */
@NullMarked
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {"core", "organization", "access", "audit", "graphql"})
package dev.tollgate.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
