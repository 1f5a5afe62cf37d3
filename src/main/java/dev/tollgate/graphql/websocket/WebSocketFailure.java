package dev.tollgate.graphql.websocket;

/** The other side sends what cannot be read. */
final class WebSocketFailure extends Exception {

    private final transient CloseReason reason;

    WebSocketFailure(int code, String reason) {
        super(reason, null, false, false);
        this.reason = new CloseReason(code, reason);
    }

    static WebSocketFailure protocol(String reason) {
        return new WebSocketFailure(CloseReason.PROTOCOL_ERROR, reason);
    }

    CloseReason reason() {
        return reason;
    }
}
