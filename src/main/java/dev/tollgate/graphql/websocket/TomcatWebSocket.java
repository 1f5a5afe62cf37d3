package dev.tollgate.graphql.websocket;

import dev.tollgate.graphql.wire.Frame;
import dev.tollgate.graphql.wire.Pipe;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket on a socket of Tomcat's, without the buffers and the hand-over to another thread that Tomcat's own WebSockets have
 * for each connection and each message. Reading and writing never block.
 *
 * <p>Tomcat may use a socket's buffers for another connection as soon as it is closed, so nothing is written unless it is known,
 * under one lock, that it is not.
 */
public final class TomcatWebSocket implements InternalHttpUpgradeHandler, Pipe {

    private static final int CHUNK = 4_096;

    private final Object lock = new Object();
    private volatile boolean gone;
    private @Nullable SocketWrapperBase<?> wrapper;
    private @Nullable WebSocketListener listener;
    private @Nullable FrameReader reader;
    private volatile boolean deaf;
    private volatile long heard = System.nanoTime();

    /** For Tomcat. */
    public TomcatWebSocket() {}

    void listen(WebSocketListener to, int maxMessage) {
        listener = to;
        reader = new FrameReader(to, maxMessage);
    }

    /** From now on, how many bytes a message may have. */
    public void limit(int bytes) {
        reader().limit(bytes);
    }

    /** When anything came last, as {@link System#nanoTime} counts. */
    public long heard() {
        return heard;
    }

    @Override
    public void setSocketWrapper(SocketWrapperBase<?> socketWrapper) {
        wrapper = socketWrapper;
    }

    @Override
    public void init(WebConnection connection) {
        listener().opened(this);
    }

    @Override
    public SocketState upgradeDispatch(SocketEvent event) {
        boolean lasts = switch (event) {
            case OPEN_READ -> read();
            case OPEN_WRITE -> {
                listener().writable();
                yield !gone;
            }
            default -> false;
        };
        if (!lasts) {
            gone();
        }
        return lasts ? SocketState.UPGRADED : SocketState.CLOSED;
    }

    /** Reads what there is. Returns whether the connection lasts. */
    private boolean read() {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        try {
            int count = socket().read(false, chunk);
            while (count > 0) {
                heard = System.nanoTime();
                count = take(chunk.flip()) && !gone ? socket().read(false, chunk.clear()) : -1;
            }
            return count == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private boolean take(ByteBuffer chunk) {
        try {
            return deaf || reader().read(chunk);
        } catch (WebSocketFailure failure) {
            deaf = true;
            listener().failed(failure.reason());
            return true;
        }
    }

    @Override
    public boolean write(Frame frame) {
        synchronized (lock) {
            if (gone) {
                return false;
            }
            SocketWrapperBase<?> socket = socket();
            try {
                socket.write(false, frame.head(), 0, frame.head().length);
                socket.write(false, frame.body(), 0, frame.body().length);
                socket.write(false, frame.tail(), 0, frame.tail().length);
                return flush(socket);
            } catch (IOException _) {
                disconnect();
                return false;
            }
        }
    }

    @Override
    public boolean resume() {
        synchronized (lock) {
            try {
                return !gone && flush(socket());
            } catch (IOException _) {
                disconnect();
                return false;
            }
        }
    }

    private static boolean flush(SocketWrapperBase<?> socket) throws IOException {
        boolean left = socket.flush(false);
        if (left) {
            socket.registerWriteInterest();
        }
        return !left;
    }

    /** It is for the other side to end the connection, once it has read the last frame. */
    @Override
    public void finish() {}

    @Override
    public void disconnect() {
        synchronized (lock) {
            if (!gone) {
                gone();
                socket().close();
            }
        }
    }

    /** The listener is told in a thread of its own: whoever finds out may hold what it needs. */
    private void gone() {
        synchronized (lock) {
            if (gone) {
                return;
            }
            gone = true;
        }
        Thread.startVirtualThread(listener()::closed);
    }

    @Override
    public void destroy() {
        gone();
    }

    @Override
    public void timeoutAsync(long now) {
        // Nothing here times out by itself.
    }

    @Override
    public void setSslSupport(SSLSupport support) {
        // Whether it is encrypted makes no difference here.
    }

    @Override
    public void pause() {
        // The server is about to stop; connections have been closed by then.
    }

    private SocketWrapperBase<?> socket() {
        return Objects.requireNonNull(wrapper);
    }

    private WebSocketListener listener() {
        return Objects.requireNonNull(listener);
    }

    private FrameReader reader() {
        return Objects.requireNonNull(reader);
    }
}
