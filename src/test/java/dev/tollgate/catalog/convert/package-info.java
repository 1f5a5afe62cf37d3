@NullMarked
package dev.tollgate.catalog.convert;

import org.jspecify.annotations.NullMarked;
