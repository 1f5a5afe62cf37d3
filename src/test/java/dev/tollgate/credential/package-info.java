@NullMarked
package dev.tollgate.credential;

import org.jspecify.annotations.NullMarked;
