@NullMarked
package dev.tollgate.rollup;

import org.jspecify.annotations.NullMarked;
