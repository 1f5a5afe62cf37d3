@NullMarked
package dev.tollgate.graphql;

import org.jspecify.annotations.NullMarked;
