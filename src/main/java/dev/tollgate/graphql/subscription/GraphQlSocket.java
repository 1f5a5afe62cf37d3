package dev.tollgate.graphql.subscription;

import dev.tollgate.access.Credential;
import dev.tollgate.core.ProblemException;
import dev.tollgate.graphql.websocket.CloseReason;
import dev.tollgate.graphql.websocket.TomcatWebSocket;
import dev.tollgate.graphql.websocket.WebSocketFrames;
import dev.tollgate.graphql.websocket.WebSocketListener;
import dev.tollgate.graphql.wire.Frame;
import dev.tollgate.http.Problems;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A WebSocket that speaks {@code graphql-transport-ws}, by the letter of graphql-ws's PROTOCOL.md. */
final class GraphQlSocket implements WebSocketListener, Transport {

    private final GraphQlSockets sockets;
    private final boolean understood;
    private final @Nullable Credential handshake;
    private final String address;
    private @Nullable TomcatWebSocket socket;
    private @Nullable Connection connection;
    private volatile boolean initialised;

    /**
     * A conversation that is about to begin.
     *
     * @param understood whether the client speaks the protocol
     * @param handshake who the handshake says is asking; null: nobody
     * @param address the network address of the client
     */
    GraphQlSocket(GraphQlSockets sockets, boolean understood, @Nullable Credential handshake, String address) {
        this.sockets = sockets;
        this.understood = understood;
        this.handshake = handshake;
        this.address = address;
    }

    @Override
    public void opened(TomcatWebSocket opened) {
        socket = opened;
        connection = sockets.connections().open(this, opened);
        if (!understood) {
            connection().close(CloseCode.SUBPROTOCOL.because("Subprotocol not acceptable: use graphql-transport-ws"));
        } else if (sockets.connections().areClosing()) {
            connection().close(CloseCode.RESTART.because("The node goes down"));
        }
    }

    @Override
    public void text(String text) {
        if (connection().isClosing()) {
            return;
        }
        try {
            take(sockets.read(text));
        } catch (ProblemException wrong) {
            connection().close(CloseCode.BAD_REQUEST.because("Invalid message: " + wrong.getMessage()));
        } catch (RuntimeException defect) {
            connection()
                    .close(CloseCode.INTERNAL_ERROR.because(Problems.of(defect).message()));
        }
    }

    private void take(Message message) {
        switch (message) {
            case Message.Init init -> init(init);
            case Message.Ping(var payload) -> connection().send(sockets.pong(payload));
            case Message.Pong() -> {}
            case Message.Subscribe subscribe -> subscribe(subscribe);
            case Message.Complete(var id) -> connection().stop(id);
        }
    }

    /** In a thread of its own, since the credential may have to be looked up. */
    private void init(Message.Init init) {
        if (initialised) {
            connection().close(CloseCode.TOO_MANY_INITS.because("Too many initialisation requests"));
        } else {
            initialised = true;
            Thread.startVirtualThread(() -> sockets.admit(this, init));
        }
    }

    private void subscribe(Message.Subscribe subscribe) {
        Caller caller = connection().caller();
        if (caller == null) {
            connection().close(CloseCode.UNAUTHORIZED.because("Unauthorized"));
            return;
        }
        Operation operation = connection().open(subscribe.id(), sockets.dialect(subscribe.id()));
        if (operation == null) {
            connection().close(CloseCode.DUPLICATE_ID.because("Subscriber for " + subscribe.id() + " already exists"));
        } else {
            sockets.starter().start(operation, subscribe.call(), caller);
        }
    }

    @Override
    public void binary() {
        connection().close(CloseCode.BAD_REQUEST.because("Invalid message: messages are texts"));
    }

    @Override
    public void pinged(byte[] payload) {
        connection().send(WebSocketFrames.pong(payload));
    }

    @Override
    public void closing(int code) {
        connection().close(CloseCode.NORMAL.because(""));
    }

    @Override
    public void failed(CloseReason reason) {
        connection().close(reason);
    }

    @Override
    public void writable() {
        connection().writable();
    }

    @Override
    public void closed() {
        connection().closed();
    }

    Connection connection() {
        return Objects.requireNonNull(connection);
    }

    @Nullable
    Credential handshake() {
        return handshake;
    }

    String address() {
        return address;
    }

    /** From now on, the client is known and may say more. */
    void listenLonger(int maxMessage) {
        Objects.requireNonNull(socket).limit(maxMessage);
    }

    @Override
    public String name() {
        return "websocket";
    }

    @Override
    public List<Frame> farewell(CloseReason reason) {
        return List.of(WebSocketFrames.close(reason));
    }

    @Override
    public Frame signOfLife() {
        return WebSocketFrames.ping();
    }

    @Override
    public long heard() {
        return Objects.requireNonNull(socket).heard();
    }

    @Override
    public boolean awaitsInit() {
        return !initialised;
    }

    @Override
    public boolean endsWithOperation() {
        return false;
    }

    @Override
    public void disconnect() {
        Objects.requireNonNull(socket).disconnect();
    }
}
