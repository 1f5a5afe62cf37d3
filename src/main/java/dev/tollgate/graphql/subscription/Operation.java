package dev.tollgate.graphql.subscription;

import dev.tollgate.graphql.wire.Frame;
import org.jspecify.annotations.Nullable;

/** One operation of a client, from its start to its end. Once it has ended nothing more is sent of it. */
final class Operation {

    private final String id;
    private final Connection connection;
    private final Dialect dialect;
    private boolean ended;
    private @Nullable Follower follower;
    private @Nullable Runnable whenEnded;

    Operation(String id, Connection connection, Dialect dialect) {
        this.id = id;
        this.connection = connection;
        this.dialect = dialect;
    }

    String id() {
        return id;
    }

    Connection connection() {
        return connection;
    }

    /** Sends an answer; false, and nothing sent, when the client is too far behind. */
    synchronized boolean offer(byte[] answer) {
        return ended || connection.offer(dialect.next(answer), this);
    }

    /** Sends an answer that cannot be told again later: a client that is too far behind loses its connection. */
    void send(byte[] answer) {
        if (!offer(answer)) {
            connection.tooSlow();
        }
    }

    /** Ends it with errors, in JSON. */
    void fail(byte[] errors) {
        end(dialect.failed(errors));
    }

    /** Ends it in good order. */
    void complete() {
        end(dialect.complete());
    }

    /** Ends it without a word: the client has said so, or is gone. */
    void stop() {
        end(null);
    }

    /** What to do when it has ended; done at once when it has. */
    void whenEnded(Runnable action) {
        synchronized (this) {
            if (!ended) {
                whenEnded = action;
                return;
            }
        }
        action.run();
    }

    /** Who is told how it goes on; at once that it has ended, when it has. */
    void follow(Follower by) {
        synchronized (this) {
            if (!ended) {
                follower = by;
                return;
            }
        }
        by.ended();
    }

    /** The client has caught up with what waited for it. */
    void caughtUp() {
        Follower now;
        synchronized (this) {
            now = follower;
        }
        if (now != null) {
            now.caughtUp();
        }
    }

    private void end(@Nullable Frame last) {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
        }
        connection.ended(this, last);
        if (whenEnded != null) {
            whenEnded.run();
        }
        if (follower != null) {
            follower.ended();
        }
    }

    /** Who supplies an operation with answers. */
    interface Follower {

        /** Nothing more is sent. */
        void ended();

        /** What was refused may be offered again. */
        void caughtUp();
    }
}
