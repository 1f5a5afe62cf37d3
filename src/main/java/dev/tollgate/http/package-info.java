/**
 * How failures look from outside: classifies every exception once into a {@link dev.tollgate.http.Problem}, which the GraphQL
 * edge writes as an error and this module's advice as {@code application/problem+json}. And how Tollgate calls others: clients that
 * reach only where they may. It knows no capability.
 */
@NullMarked
@ApplicationModule(
        displayName = "HTTP",
        allowedDependencies = {"core"})
package dev.tollgate.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
