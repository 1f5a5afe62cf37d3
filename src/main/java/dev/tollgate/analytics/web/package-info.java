/** The GraphQL edge of analytics: reads what is selected into one question a slice, and hands its parts out. */
@NullMarked
package dev.tollgate.analytics.web;

import org.jspecify.annotations.NullMarked;
