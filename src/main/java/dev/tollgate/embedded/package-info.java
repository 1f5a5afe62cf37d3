/**
 * PostgreSQL and Redis for whoever has configured none: real servers as child processes, with their data in one folder that
 * one application uses at a time. Owns that folder. What is configured is not started here, and nothing else knows whether a
 * server is embedded.
 */
@NullMarked
@ApplicationModule(
        displayName = "Embedded servers",
        allowedDependencies = {"core", "tenancy", "redis", "credential"})
package dev.tollgate.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
