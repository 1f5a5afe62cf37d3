@NullMarked
package dev.tollgate.graphql.websocket;

import org.jspecify.annotations.NullMarked;
