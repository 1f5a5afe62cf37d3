package dev.tollgate.graphql.subscription;

import dev.tollgate.graphql.websocket.CloseReason;

/** Why connections are closed: the codes of {@code graphql-transport-ws}, and standard ones that make clients come again. */
enum CloseCode {
    /** The client has closed it. */
    NORMAL(1000),
    /** The node goes down. */
    RESTART(1012),
    /** Something is too much for now. */
    TRY_LATER(1013),
    BAD_REQUEST(4400),
    UNAUTHORIZED(4401),
    FORBIDDEN(4403),
    SUBPROTOCOL(4406),
    INIT_TIMEOUT(4408),
    DUPLICATE_ID(4409),
    TOO_MANY_INITS(4429),
    INTERNAL_ERROR(4500);

    private final int code;

    CloseCode(int code) {
        this.code = code;
    }

    CloseReason because(String reason) {
        return new CloseReason(code, reason);
    }

    boolean is(CloseReason reason) {
        return reason.code() == code;
    }
}
