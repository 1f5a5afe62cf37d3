@NullMarked
package dev.tollgate.platform;

import org.jspecify.annotations.NullMarked;
