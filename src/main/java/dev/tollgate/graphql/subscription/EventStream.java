package dev.tollgate.graphql.subscription;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.graphql.websocket.CloseReason;
import dev.tollgate.graphql.wire.Frame;
import dev.tollgate.graphql.wire.ResponsePipe;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A connection that carries the events of one operation. */
final class EventStream implements Transport {

    private final Answers answers;
    private final AtomicReference<@Nullable Runnable> start = new AtomicReference<>();
    private @Nullable Connection connection;
    private @Nullable ResponsePipe pipe;

    EventStream(Answers answers) {
        this.answers = answers;
    }

    /** Begins; the operation is started once something can be written. */
    void begin(Connection on, ResponsePipe through, Runnable first) {
        connection = on;
        pipe = through;
        start.set(first);
        through.begin();
    }

    void writable() {
        Objects.requireNonNull(connection).writable();
        Runnable first = start.getAndSet(null);
        if (first != null) {
            first.run();
        }
    }

    void closed() {
        Objects.requireNonNull(connection).closed();
    }

    @Override
    public String name() {
        return "sse";
    }

    /** A stream that ends without {@code complete} is one that the client asks for again. */
    @Override
    public List<Frame> farewell(CloseReason reason) {
        boolean isFinal = CloseCode.UNAUTHORIZED.is(reason) || CloseCode.FORBIDDEN.is(reason);
        ErrorCode code = CloseCode.FORBIDDEN.is(reason) ? ErrorCode.FORBIDDEN : ErrorCode.UNAUTHENTICATED;
        return isFinal
                ? List.of(EventDialect.INSTANCE.failed(
                        answers.refused(code, reason.reason()).errors()))
                : List.of();
    }

    @Override
    public Frame signOfLife() {
        return EventDialect.SIGN_OF_LIFE;
    }

    /** Nothing is ever heard of whoever reads a response. */
    @Override
    public long heard() {
        return System.nanoTime();
    }

    @Override
    public boolean awaitsInit() {
        return false;
    }

    @Override
    public boolean endsWithOperation() {
        return true;
    }

    @Override
    public void disconnect() {
        Objects.requireNonNull(pipe).disconnect();
    }
}
