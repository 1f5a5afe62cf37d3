/** The HTTP and GraphQL edge of ingest. */
@NullMarked
package dev.tollgate.ingest.web;

import org.jspecify.annotations.NullMarked;
