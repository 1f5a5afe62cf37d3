package dev.tollgate.graphql.subscription;

import dev.tollgate.graphql.websocket.CloseReason;
import dev.tollgate.graphql.wire.Frame;
import dev.tollgate.graphql.wire.Outbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client's connection and the operations on it. Safe from any thread. */
final class Connection {

    private final Transport transport;
    private final Outbox outbox;
    private final Connections connections;
    private final Map<String, Operation> operations = new HashMap<>(2);
    private final long opened = System.nanoTime();
    private long signed = opened;
    private volatile long closing;
    private volatile @Nullable Caller caller;
    private volatile boolean behind;

    Connection(Transport transport, Outbox outbox, Connections connections) {
        this.transport = transport;
        this.outbox = outbox;
        this.connections = connections;
    }

    Transport transport() {
        return transport;
    }

    @Nullable
    Caller caller() {
        return caller;
    }

    /** Says who has it; false when it is being closed. */
    synchronized boolean admit(Caller by) {
        if (!isClosing()) {
            caller = by;
        }
        return !isClosing();
    }

    boolean isClosing() {
        return closing != 0;
    }

    /** For how many nanoseconds it has been closing; 0 when it is not. */
    long closingFor(long now) {
        long since = closing;
        return since == 0 ? 0 : now - since;
    }

    /** For how many nanoseconds it has been open. */
    long age(long now) {
        return now - opened;
    }

    /** For how many nanoseconds the client has read nothing that waits for it. */
    long stuckFor(long now) {
        return outbox.stuckFor(now);
    }

    /** Sends a sign of life, when the last one was so many nanoseconds ago. */
    void signLife(long now, long interval) {
        if (now - signed >= interval && outbox.isIdle()) {
            signed = now;
            send(transport.signOfLife());
        }
    }

    /** A new operation with the id; null when there is one already, or when the connection is being closed. */
    @Nullable
    synchronized Operation open(String id, Dialect dialect) {
        if (isClosing() || operations.containsKey(id)) {
            return null;
        }
        Operation operation = new Operation(id, this, dialect);
        operations.put(id, operation);
        return operation;
    }

    synchronized int operations() {
        return operations.size();
    }

    /** Stops the operation with the id, if there is one. */
    void stop(String id) {
        Operation operation;
        synchronized (this) {
            operation = operations.get(id);
        }
        if (operation != null) {
            operation.stop();
        }
    }

    /** Sends something that belongs to no operation. */
    void send(Frame frame) {
        if (!outbox.offer(frame, null)) {
            tooSlow();
        }
    }

    boolean offer(Frame frame, Operation operation) {
        return outbox.offer(frame, operation);
    }

    /** Whether the client keeps up. */
    boolean keepsUp() {
        return outbox.isIdle();
    }

    /** An operation missed something because the client did not keep up: it is told when it does again. */
    void fallBehind() {
        behind = true;
    }

    void tooSlow() {
        close(CloseCode.TRY_LATER.because("The client reads too slowly: too much waits for it."));
    }

    void ended(Operation operation, @Nullable Frame last) {
        synchronized (this) {
            operations.remove(operation.id(), operation);
        }
        if (last == null) {
            if (!isClosing()) {
                outbox.forget(operation);
            }
        } else if (transport.endsWithOperation()) {
            outbox.endAfter(List.of(last));
        } else {
            send(last);
        }
    }

    /** The pipe may be able to take more. */
    void writable() {
        if (outbox.resume() && behind) {
            behind = false;
            running().forEach(Operation::caughtUp);
        }
    }

    /** Closes the connection with a reason. What waits is dropped, unless the node goes down. */
    void close(CloseReason reason) {
        if (beginClosing()) {
            connections.metrics().closed(transport.name(), reason);
            running().forEach(Operation::stop);
            outbox.end(transport.farewell(reason));
        }
    }

    /** Closes the connection once what waits is sent. */
    void drain(CloseReason reason) {
        if (beginClosing()) {
            connections.metrics().closed(transport.name(), reason);
            outbox.endAfter(transport.farewell(reason));
            running().forEach(Operation::stop);
        }
    }

    /** The connection is gone. */
    void closed() {
        if (beginClosing()) {
            connections.metrics().closed(transport.name(), CloseCode.NORMAL.because(""));
        }
        running().forEach(Operation::stop);
        connections.remove(this);
    }

    private synchronized boolean beginClosing() {
        boolean first = closing == 0;
        if (first) {
            closing = System.nanoTime() | 1;
        }
        return first;
    }

    private synchronized List<Operation> running() {
        return List.copyOf(operations.values());
    }
}
