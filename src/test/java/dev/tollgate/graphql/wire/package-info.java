@NullMarked
package dev.tollgate.graphql.wire;

import org.jspecify.annotations.NullMarked;
