@NullMarked
package dev.tollgate.redis;

import org.jspecify.annotations.NullMarked;
