/**
 * Organizations: the tenants, and the people who belong to them. Owns who exists; what somebody may do is decided in {@code
 * access}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Organization",
        allowedDependencies = {"core", "tenancy"})
package dev.tollgate.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
