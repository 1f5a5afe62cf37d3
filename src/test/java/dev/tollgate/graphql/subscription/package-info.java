@NullMarked
package dev.tollgate.graphql.subscription;

import org.jspecify.annotations.NullMarked;
