@NullMarked
package dev.tollgate.embedded;

import org.jspecify.annotations.NullMarked;
