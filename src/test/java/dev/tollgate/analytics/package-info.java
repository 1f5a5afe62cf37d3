@NullMarked
package dev.tollgate.analytics;

import org.jspecify.annotations.NullMarked;
