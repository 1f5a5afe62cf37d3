/**
 * The demo organization's usage: a real trace's token counts and bursts, replayed over the last 30 days through the same intake
 * as any other usage. Everything the trace does not tell is assigned by a fixed rule, so that every installation shows the same.
 */
@NullMarked
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {"core", "tenancy", "ingest"})
package dev.tollgate.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
