/**
 * The GraphQL edge that all modules share: scalars, connections and global ids, errors, limits and cost, and GraphQL over HTTP to
 * the letter of its specification. It knows no capability; each of those brings its own controllers.
 */
@NullMarked
@ApplicationModule(
        displayName = "GraphQL",
        allowedDependencies = {"core", "access", "http"})
package dev.tollgate.graphql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
