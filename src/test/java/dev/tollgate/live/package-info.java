/** Tests of the live feed. */
@NullMarked
package dev.tollgate.live;

import org.jspecify.annotations.NullMarked;
