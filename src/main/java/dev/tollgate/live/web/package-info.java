/** The GraphQL edge of the live feed: its subscriptions. */
@NullMarked
package dev.tollgate.live.web;

import org.jspecify.annotations.NullMarked;
