package dev.tollgate.graphql.subscription;

import dev.tollgate.graphql.websocket.CloseReason;
import dev.tollgate.graphql.wire.Frame;
import java.util.List;

/** What is special about the transport of a connection. */
interface Transport {

    /** Its name in metrics. */
    String name();

    /** What is sent when the connection is closed. */
    List<Frame> farewell(CloseReason reason);

    /** What is sent when there was nothing else to send. */
    Frame signOfLife();

    /** When the client was heard last, as {@link System#nanoTime} counts. */
    long heard();

    /** Whether the client has still to say who it is. */
    boolean awaitsInit();

    /** Whether the connection ends with its only operation. */
    boolean endsWithOperation();

    /** Ends the connection at once. */
    void disconnect();
}
