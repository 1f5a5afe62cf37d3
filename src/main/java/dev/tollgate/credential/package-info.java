/**
 * Provider credentials: with what an organization's calls are made at AI providers. Owns the provider_ tables: takes a secret once the
 * provider accepts it, keeps it encrypted under a key of its own that the master key wraps, rotates it, holds it to a monthly budget,
 * and hands it to the gateway and to nobody else. It meters nothing: what a month cost comes from {@code analytics}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Provider credentials",
        allowedDependencies = {
            "core",
            "tenancy",
            "organization",
            "access",
            "audit",
            "graphql",
            "http",
            "redis",
            "usage",
            "catalog",
            "analytics"
        })
package dev.tollgate.credential;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
