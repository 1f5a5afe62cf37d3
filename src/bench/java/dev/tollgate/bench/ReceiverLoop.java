package dev.tollgate.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thread that reads from all subscribers' sockets. Connects a few at a time, so that no server drowns in handshakes. */
final class ReceiverLoop implements Runnable {

    private static final int UNDER_WAY = 16;
    /** So many subscriptions may be starting: the first ones would otherwise wait for all others. */
    private static final int UNTOLD = 500;

    private final Selector selector = Selector.open();
    private final InetSocketAddress server;
    private final List<Subscription> subscriptions;
    private final Runnable ready;
    private final byte[] room = new byte[1 << 20];
    private int opened;
    private int connected;
    private int settled;
    private long frames;
    private long bytes;
    private long failed;
    private @Nullable TickLog log;
    private long now;

    ReceiverLoop(InetSocketAddress server, List<Subscription> subscriptions, Runnable ready) throws IOException {
        this.server = server;
        this.subscriptions = subscriptions;
        this.ready = ready;
    }

    synchronized ReceiverCount count() {
        return new ReceiverCount(frames, bytes, failed);
    }

    synchronized void log(@Nullable TickLog next) throws IOException {
        if (log != null) {
            log.close();
        }
        log = next;
    }

    @Override
    public void run() {
        try {
            while (true) {
                open();
                selector.select();
                now = TickLog.nowMicros();
                readAll();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void readAll() throws IOException {
        for (SelectionKey key : selector.selectedKeys()) {
            ReceiverConnection connection = (ReceiverConnection) key.attachment();
            try {
                connection.proceed(key, room);
            } catch (IOException e) {
                fail(connection, e);
                key.channel().close();
            }
        }
        selector.selectedKeys().clear();
    }

    private void open() throws IOException {
        while (opened < subscriptions.size() && opened - connected < UNDER_WAY && opened - settled < UNTOLD) {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.connect(server);
            channel.register(
                    selector,
                    SelectionKey.OP_CONNECT,
                    new ReceiverConnection(this, opened, channel, subscriptions.get(opened)));
            opened++;
        }
    }

    /** A subscriber has subscribed, or never will. */
    void connected() {
        connected++;
    }

    /** A subscriber has been told something, or never will be: only now is nothing left to be started. */
    void settled() {
        if (++settled == subscriptions.size()) {
            ready.run();
        }
    }

    void received(int length) {
        frames++;
        bytes += length;
    }

    void received(int subscriber, Bytes message) throws IOException {
        if (log != null) {
            log.add(subscriber, message, now);
        }
    }

    private void fail(ReceiverConnection connection, IOException reason) {
        if (failed++ < 5) {
            System.err.println("subscriber " + connection.number() + ": " + reason.getMessage());
        }
        if (!connection.subscribed()) {
            connected();
        }
        if (!connection.told()) {
            settled();
        }
    }
}
