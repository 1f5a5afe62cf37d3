@NullMarked
package dev.tollgate.quota;

import org.jspecify.annotations.NullMarked;
