@NullMarked
package dev.tollgate.ingest;

import org.jspecify.annotations.NullMarked;
