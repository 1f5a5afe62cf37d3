/**
 * The way in: takes usage events over HTTP and GraphQL, checks and prices each, and makes them durable by group commit. It
 * answers once an event is in the ledger; adding up is left to the rollup.
 */
@NullMarked
@ApplicationModule(
        displayName = "Ingest",
        allowedDependencies = {"core", "tenancy", "catalog", "usage", "access", "apikey", "graphql"})
package dev.tollgate.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
