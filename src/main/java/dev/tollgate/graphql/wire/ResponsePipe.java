package dev.tollgate.graphql.wire;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** The body of an HTTP response that goes on for as long as there is something to tell. */
public final class ResponsePipe implements Pipe, WriteListener, AsyncListener {

    private final AsyncContext context;
    private final ServletOutputStream output;
    private final Runnable writable;
    private final Runnable closed;
    private final AtomicBoolean gone = new AtomicBoolean();
    private boolean flushed = true;

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
    public boolean write(Frame frame) {
        byte[] whole = new byte[frame.size()];
        System.arraycopy(frame.head(), 0, whole, 0, frame.head().length);
        System.arraycopy(frame.body(), 0, whole, frame.head().length, frame.body().length);
        System.arraycopy(frame.tail(), 0, whole, whole.length - frame.tail().length, frame.tail().length);
        try {
            output.write(whole);
            flushed = false;
            return resume();
        } catch (IOException | IllegalStateException _) {
            disconnect();
            return false;
        }
    }

    @Override
    public boolean resume() {
        try {
            if (!flushed && output.isReady()) {
                output.flush();
                flushed = true;
            }
            return flushed && output.isReady();
        } catch (IOException | IllegalStateException _) {
            disconnect();
            return false;
        }
    }

    @Override
    public void finish() {
        end();
    }

    /** The server ends the connection itself when what is left cannot be written. */
    @Override
    public void disconnect() {
        end();
    }

    private void end() {
        if (gone.compareAndSet(false, true)) {
            Thread.startVirtualThread(closed);
            try {
                context.complete();
            } catch (IllegalStateException _) {
                // The container has ended it already.
            }
        }
    }

    @Override
    public void onWritePossible() {
        writable.run();
    }

    @Override
    public void onError(Throwable failure) {
        new Exception("PIPE", failure).printStackTrace();
        end();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Nothing is dispatched again.
    }
}
