/** What tests share: one PostgreSQL and one Redis for all of them, and the application on top. */
@NullMarked
package dev.tollgate.testing;

import org.jspecify.annotations.NullMarked;
