/**
 * API keys: the credentials of programs. Owns the tables api_key and api_key_secret: issues a key with its secret, finds the key
 * behind a secret, and revokes it. It knows no HTTP; {@code access} turns a key into a viewer.
 */
@NullMarked
@ApplicationModule(
        displayName = "API keys",
        allowedDependencies = {"core", "tenancy", "audit"})
package dev.tollgate.apikey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
