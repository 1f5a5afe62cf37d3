/**
 * Organizations: the tenants, and their teams, projects and cost centers. Owns who exists; what somebody may do is decided in {@code
 * access}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Organization",
        allowedDependencies = {"core", "tenancy", "audit"})
package dev.tollgate.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
