package dev.tollgate.graphql.wire;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The body of an HTTP response that goes on for as long as there is something to tell.
 *
 * <p>The container uses the objects behind a response for another request as soon as this one is over. So whatever touches them
 * happens under one lock with the knowledge that it is not: a response that fails is ended in the container's own callback only.
 */
public final class ResponsePipe implements Pipe, WriteListener, AsyncListener {

    private final AsyncContext context;
    private final ServletOutputStream output;
    private final Runnable writable;
    private final Runnable closed;
    private final AtomicBoolean told = new AtomicBoolean();
    private boolean flushed = true;
    private State state = State.OPEN;

    private enum State {
        OPEN,
        /** Writing failed; the container is about to say so too. */
        BROKEN,
        OVER
    }

    /**
     * The body of the response in this context, which must not have been begun. It can take something from the first call of
     * {@code writable} on.
     *
     * @param writable called when it may be able to take more
     * @param closed called once, when it has ended
     */
    public ResponsePipe(AsyncContext context, Runnable writable, Runnable closed) throws IOException {
        this.context = context;
        this.output = context.getResponse().getOutputStream();
        this.writable = writable;
        this.closed = closed;
    }

    /** Begins, after which its callbacks may come. */
    public void begin() {
        context.setTimeout(0);
        context.addListener(this);
        output.setWriteListener(this);
    }

    @Override
    public synchronized boolean write(Frame frame) {
        if (state != State.OPEN) {
            return false;
        }
        try {
            output.write(whole(frame));
            flushed = false;
            return flush();
        } catch (IOException _) {
            broken();
        } catch (IllegalStateException _) {
            complete(State.OPEN);
        }
        return false;
    }

    @Override
    public synchronized boolean resume() {
        try {
            return state == State.OPEN && flush();
        } catch (IOException _) {
            broken();
        } catch (IllegalStateException _) {
            complete(State.OPEN);
        }
        return false;
    }

    private boolean flush() throws IOException {
        if (!flushed && output.isReady()) {
            output.flush();
            flushed = true;
        }
        return flushed && output.isReady();
    }

    private static byte[] whole(Frame frame) {
        byte[] whole = new byte[frame.size()];
        System.arraycopy(frame.head(), 0, whole, 0, frame.head().length);
        System.arraycopy(frame.body(), 0, whole, frame.head().length, frame.body().length);
        System.arraycopy(frame.tail(), 0, whole, whole.length - frame.tail().length, frame.tail().length);
        return whole;
    }

    @Override
    public void finish() {
        complete(State.OPEN);
    }

    /** What the client has not read by now is left to the server's own time limits. */
    @Override
    public void disconnect() {
        complete(State.OPEN);
    }

    private synchronized void complete(State... when) {
        for (State expected : when) {
            if (state == expected) {
                state = State.OVER;
                tellClosed();
                complete();
            }
        }
    }

    private void complete() {
        try {
            context.complete();
        } catch (IllegalStateException _) {
            // The container has ended it already.
        }
    }

    private void broken() {
        state = State.BROKEN;
        tellClosed();
    }

    /** In a thread of its own: whoever finds out may hold what the listener needs. */
    private void tellClosed() {
        if (told.compareAndSet(false, true)) {
            Thread.startVirtualThread(closed);
        }
    }

    @Override
    public void onWritePossible() {
        writable.run();
    }

    @Override
    public synchronized void onError(Throwable failure) {
        if (state == State.OPEN) {
            broken();
        }
    }

    @Override
    public void onError(AsyncEvent event) {
        complete(State.OPEN, State.BROKEN);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        complete(State.OPEN, State.BROKEN);
    }

    /** Without the lock: the container holds one of its own here. */
    @Override
    public void onComplete(AsyncEvent event) {
        tellClosed();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Nothing is dispatched again.
    }
}
