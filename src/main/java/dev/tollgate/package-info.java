/** Tollgate: a self-hosted control plane for AI usage. The packages below are its modules. */
@NullMarked
package dev.tollgate;

import org.jspecify.annotations.NullMarked;
