/**
 * API keys: the credentials of programs. Owns the api_key tables: issues a key with its secret, rotates it, finds the key
 * behind a secret, and revokes it. It knows no HTTP; {@code access} turns a key into a viewer.
 */
@NullMarked
@ApplicationModule(
        displayName = "API keys",
        allowedDependencies = {"core", "tenancy", "audit", "redis"})
package dev.tollgate.apikey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
