/** What a request and an answer look like, whatever carries them. */
@NullMarked
package dev.tollgate.graphql.request;

import org.jspecify.annotations.NullMarked;
