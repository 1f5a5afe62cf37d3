@NullMarked
package dev.tollgate.apikey;

import org.jspecify.annotations.NullMarked;
