/**
 * Bytes on their way to clients that may read slowly, or not at all: nothing here ever waits for one, and what is kept for one is
 * bounded.
 */
@NullMarked
package dev.tollgate.graphql.wire;

import org.jspecify.annotations.NullMarked;
