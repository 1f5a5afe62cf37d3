/**
 * Operations over connections that last: the WebSocket protocol {@code graphql-transport-ws}, and server-sent events. Identical
 * subscriptions share one execution and one serialized answer, whatever carries them; who falls behind is told what was missed
 * in one piece.
 */
@NullMarked
package dev.tollgate.graphql.subscription;

import org.jspecify.annotations.NullMarked;
