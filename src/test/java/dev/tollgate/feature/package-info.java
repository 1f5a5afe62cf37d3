@NullMarked
package dev.tollgate.feature;

import org.jspecify.annotations.NullMarked;
