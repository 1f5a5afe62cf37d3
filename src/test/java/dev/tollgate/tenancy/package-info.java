@NullMarked
package dev.tollgate.tenancy;

import org.jspecify.annotations.NullMarked;
