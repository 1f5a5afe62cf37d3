package dev.tollgate.graphql.websocket;

/** What happens on a WebSocket. Calls come one after the other, but for {@link #writable} and {@link #closed}. */
public interface WebSocketListener {

    /** It is open. */
    void opened(TomcatWebSocket socket);

    /** A text message came. */
    void text(String message);

    /** A binary message came; what is in it is not told. */
    void binary();

    /** A ping came, to be answered with the same payload. */
    void pinged(byte[] payload);

    /** The other side closes, or answers this side's closing; the connection ends when this returns. */
    void closing(int code);

    /** The other side sends what cannot be read. It is listened to no longer. */
    void failed(CloseReason reason);

    /** The pipe may be able to take more. */
    void writable();

    /** The connection is gone. Called once, and always, after {@link #opened}. */
    void closed();
}
