/**
 * Who is asking, and what they may do: turns API keys and browser sessions into a {@link dev.tollgate.access.Viewer}. Owns
 * people and their roles (the tables account and member), the security chains, sign-in and sessions; every other module takes the
 * viewer as given and names the scope it needs.
 */
@NullMarked
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"core", "tenancy", "organization", "apikey", "audit", "http"})
package dev.tollgate.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
