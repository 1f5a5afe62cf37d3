/** The catalogue over GraphQL. */
@NullMarked
package dev.tollgate.catalog.web;

import org.jspecify.annotations.NullMarked;
