package dev.tollgate.graphql.wire;

/**
 * A connection's outgoing side, which never blocks. An {@link Outbox} is its only caller, one call at a time; only {@link
 * #disconnect} may come from elsewhere too.
 */
public interface Pipe {

    /**
     * Takes a frame. Only to be called while the pipe can take more.
     *
     * @return whether it can take another one; if not, it says so later to the outbox
     */
    boolean write(Frame frame);

    /** Goes on with what it has taken. Returns whether it can take more. */
    boolean resume();

    /** Nothing follows what was written: it may end the connection in good order, or wait for the other side to do so. */
    void finish();

    /** Ends the connection at once. */
    void disconnect();
}
