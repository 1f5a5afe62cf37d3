@NullMarked
package dev.tollgate.directory;

import org.jspecify.annotations.NullMarked;
