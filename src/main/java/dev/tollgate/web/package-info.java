/**
 * Serves the web client: its files, and its first page for the addresses it routes by itself. Knows nothing of what the
 * client shows; security headers and who may ask are the concern of {@code access}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Web",
        allowedDependencies = {})
package dev.tollgate.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
