package dev.tollgate.graphql.subscription;

import dev.tollgate.access.Credential;
import dev.tollgate.access.Viewers;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.graphql.request.Json;
import dev.tollgate.graphql.websocket.CloseReason;
import dev.tollgate.graphql.websocket.WebSocketFrames;
import dev.tollgate.graphql.websocket.WebSocketHandshake;
import dev.tollgate.graphql.wire.Frame;
import dev.tollgate.http.Problem;
import dev.tollgate.http.Problems;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Opens WebSockets that speak {@code graphql-transport-ws}, and holds what they all need. */
@Component
public class GraphQlSockets {

    private static final String PROTOCOL = "graphql-transport-ws";
    private static final String AUTHORIZATION = "authorization";
    /** Strangers have nothing longer to say than their credential. */
    private static final int STRANGERS_MESSAGE = 16_384;

    private static final Frame ACKNOWLEDGED =
            WebSocketFrames.text("{\"type\":\"connection_ack\"}".getBytes(StandardCharsets.US_ASCII));

    private final Connections connections;
    private final OperationStarter starter;
    private final Viewers viewers;
    private final Json json;
    private final SubscriptionSettings settings;

    GraphQlSockets(
            Connections connections,
            OperationStarter starter,
            Viewers viewers,
            Json json,
            SubscriptionSettings settings) {
        this.connections = connections;
        this.starter = starter;
        this.viewers = viewers;
        this.json = json;
        this.settings = settings;
    }

    /** The answer to a handshake, after which the connection is a WebSocket. */
    public ServerResponse answer(ServerRequest request) {
        return ServerResponse.status(HttpStatus.SWITCHING_PROTOCOLS).build((asked, response) -> {
            open(asked, response);
            return null;
        });
    }

    private void open(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        WebSocketHandshake handshake = new WebSocketHandshake(request, response);
        boolean understood = handshake.offers(PROTOCOL);
        GraphQlSocket socket =
                new GraphQlSocket(this, understood, Credential.of(request).orElse(null), request.getRemoteAddr());
        handshake.accept(understood ? PROTOCOL : null, socket, STRANGERS_MESSAGE);
    }

    /** Lets a client in, or closes its connection. */
    void admit(GraphQlSocket socket, Message.Init init) {
        Connection connection = socket.connection();
        try {
            Optional<CloseReason> refused = refusal(socket, init);
            if (refused.isPresent()) {
                connection.close(refused.get());
            } else {
                socket.listenLonger(Math.toIntExact(settings.maxMessage().toBytes()));
                connection.send(ACKNOWLEDGED);
            }
        } catch (RuntimeException failure) {
            Problem problem = Problems.of(failure);
            CloseCode code = problem.code() == ErrorCode.FORBIDDEN ? CloseCode.FORBIDDEN : CloseCode.TRY_LATER;
            connection.close(code.because(problem.message()));
        }
    }

    private Optional<CloseReason> refusal(GraphQlSocket socket, Message.Init init) {
        Credential credential = credential(init, socket);
        if (credential == null) {
            return Optional.of(CloseCode.UNAUTHORIZED.because("Unauthorized: an API key or a session is needed"));
        }
        return viewers.of(credential)
                .map(viewer -> connections.admit(socket.connection(), new Caller(credential, viewer, socket.address())))
                .map(admitted -> admitted
                        ? Optional.<CloseReason>empty()
                        : Optional.of(CloseCode.TRY_LATER.because("The organization has too many connections")))
                .orElseGet(() -> Optional.of(CloseCode.UNAUTHORIZED.because("Unauthorized: the API key is not valid")));
    }

    /** What the message says goes before what the handshake brought. */
    private static @Nullable Credential credential(Message.Init init, GraphQlSocket socket) {
        return init.payload().entrySet().stream()
                .filter(entry -> AUTHORIZATION.equalsIgnoreCase(String.valueOf(entry.getKey())))
                .findFirst()
                .<Credential>map(entry -> new Credential.Bearer(String.valueOf(entry.getValue()), socket.address()))
                .orElse(socket.handshake());
    }

    Message read(String text) {
        return Message.read(text, json);
    }

    Frame pong(@Nullable Object payload) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", "pong");
        if (payload != null) {
            message.put("payload", payload);
        }
        return WebSocketFrames.text(json.write(message));
    }

    Dialect dialect(String id) {
        return new TransportDialect(json.write(id));
    }

    Connections connections() {
        return connections;
    }

    OperationStarter starter() {
        return starter;
    }
}
