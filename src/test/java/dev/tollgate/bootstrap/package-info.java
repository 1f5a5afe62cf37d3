@NullMarked
package dev.tollgate.bootstrap;

import org.jspecify.annotations.NullMarked;
