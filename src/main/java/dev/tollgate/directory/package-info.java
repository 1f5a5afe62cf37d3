/**
 * Who is who, over GraphQL: the viewer, organizations, people and API keys. It stores nothing and decides nothing of its own: it
 * maps what {@code access}, {@code organization}, {@code apikey} and {@code audit} know, which therefore need not know GraphQL.
 */
@NullMarked
@ApplicationModule(
        displayName = "Directory",
        allowedDependencies = {"core", "organization", "apikey", "access", "audit", "graphql"})
package dev.tollgate.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
