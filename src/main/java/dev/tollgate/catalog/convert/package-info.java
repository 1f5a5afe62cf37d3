/** Turns a published price list into the shipped catalogue. Run by hand when a newer list comes out; no part of the running product. */
@NullMarked
package dev.tollgate.catalog.convert;

import org.jspecify.annotations.NullMarked;
