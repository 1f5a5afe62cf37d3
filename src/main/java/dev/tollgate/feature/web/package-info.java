/** The edge of features: GraphQL, and decisions over HTTP. */
@NullMarked
package dev.tollgate.feature.web;

import org.jspecify.annotations.NullMarked;
