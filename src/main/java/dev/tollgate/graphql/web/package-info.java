/** GraphQL over HTTP, to the letter of its specification. */
@NullMarked
package dev.tollgate.graphql.web;

import org.jspecify.annotations.NullMarked;
