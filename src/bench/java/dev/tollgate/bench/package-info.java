/** The benchmarks: each target as a ratio of two things measured side by side in one run. */
@NullMarked
package dev.tollgate.bench;

import org.jspecify.annotations.NullMarked;
