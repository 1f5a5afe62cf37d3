package dev.tollgate.graphql.subscription;

import dev.tollgate.graphql.wire.Frame;

/** How a transport tells what happens to one operation. Answers and errors are in JSON. */
interface Dialect {

    /** One more answer. */
    Frame next(byte[] answer);

    /** It failed, with a list of errors; nothing follows. */
    Frame failed(byte[] errors);

    /** It is over; nothing follows. */
    Frame complete();
}
