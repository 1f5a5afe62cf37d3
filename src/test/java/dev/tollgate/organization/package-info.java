@NullMarked
package dev.tollgate.organization;

import org.jspecify.annotations.NullMarked;
