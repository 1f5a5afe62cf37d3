/** The GraphQL edge of repricing. */
@NullMarked
package dev.tollgate.repricing.web;

import org.jspecify.annotations.NullMarked;
