/**
 * WebSockets (RFC 6455) on the server's own sockets, for connections that mostly wait: one that waits holds no thread and no
 * buffer here, and one frame costs one system call. It knows nothing of what is said on them.
 */
@NullMarked
package dev.tollgate.graphql.websocket;

import org.jspecify.annotations.NullMarked;
