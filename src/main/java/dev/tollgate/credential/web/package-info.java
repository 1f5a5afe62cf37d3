/** The edge of provider credentials: GraphQL. */
@NullMarked
package dev.tollgate.credential.web;

import org.jspecify.annotations.NullMarked;
