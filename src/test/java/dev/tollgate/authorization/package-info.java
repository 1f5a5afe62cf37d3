/** Who may do what: every field of the schema and every path, asked by everybody. */
@NullMarked
package dev.tollgate.authorization;

import org.jspecify.annotations.NullMarked;
