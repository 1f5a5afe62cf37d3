package dev.tollgate.graphql.subscription;

import dev.tollgate.access.Credential;
import dev.tollgate.access.Viewer;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import dev.tollgate.graphql.wire.ResponsePipe;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.graphql.GraphQlRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** Answers requests with server-sent events, in the distinct connections mode of graphql-sse. */
@Component
public class EventStreams {

    private static final String ID = "";
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Connections connections;
    private final OperationStarter starter;
    private final Answers answers;

    EventStreams(Connections connections, OperationStarter starter, Answers answers) {
        this.connections = connections;
        this.starter = starter;
        this.answers = answers;
    }

    /** An answer that executes the request, and goes on until the operation is over; UNAVAILABLE when the node goes down. */
    public ServerResponse answer(HttpServletRequest request, GraphQlRequest call, Viewer viewer) {
        Credential credential = Credential.of(request)
                .orElseThrow(() -> ProblemException.of(ErrorCode.UNAUTHENTICATED, "Valid credentials are needed."));
        if (connections.areClosing()) {
            throw ProblemException.retryLater(ErrorCode.UNAVAILABLE, "The node goes down.", SOON);
        }
        return ServerResponse.ok()
                .contentType(new MediaType(MediaType.TEXT_EVENT_STREAM, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache())
                // Or nginx would keep the events to itself.
                .header("X-Accel-Buffering", "no")
                .build((asked, _) -> {
                    begin(asked.startAsync(), call, new Caller(credential, viewer, request.getRemoteAddr()));
                    return null;
                });
    }

    private void begin(AsyncContext context, GraphQlRequest call, Caller caller) throws IOException {
        EventStream stream = new EventStream(answers);
        ResponsePipe pipe = new ResponsePipe(context, stream::writable, stream::closed);
        Connection connection = connections.open(stream, pipe);
        try {
            stream.begin(connection, pipe, () -> start(connection, caller, call));
        } catch (RuntimeException failure) {
            connection.closed();
            throw failure;
        }
    }

    private void start(Connection connection, Caller caller, GraphQlRequest call) {
        // At once, so that the client knows that it is heard.
        connection.send(EventDialect.SIGN_OF_LIFE);
        Operation operation = connection.open(ID, EventDialect.INSTANCE);
        if (operation != null && connections.admit(connection, caller)) {
            starter.start(operation, call, caller);
        } else if (operation != null) {
            operation.fail(answers.refused(ErrorCode.RATE_LIMITED, "The organization has too many connections.")
                    .errors());
        }
    }
}
