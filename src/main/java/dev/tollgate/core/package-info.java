/**
 * The words every other module speaks: ids, money, token counts, stretches of time and coded problems. Values only; nothing
 * here knows Spring, a database or another module.
 */
@NullMarked
@ApplicationModule(
        displayName = "Core",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package dev.tollgate.core;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
