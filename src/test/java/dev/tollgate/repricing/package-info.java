@NullMarked
package dev.tollgate.repricing;

import org.jspecify.annotations.NullMarked;
