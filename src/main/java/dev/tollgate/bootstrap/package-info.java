/**
 * The first start: makes the first organization, its owner and a key, says how to sign in, and fills the demo. It does nothing
 * where there is an organization already.
 */
@NullMarked
@ApplicationModule(
        displayName = "Bootstrap",
        allowedDependencies = {"core", "organization", "access", "apikey", "audit", "demo"})
package dev.tollgate.bootstrap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
