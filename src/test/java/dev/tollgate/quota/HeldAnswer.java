package dev.tollgate.quota;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A way to Redis that, once told to, holds the answer to a script back until the script is sent again. */
final class HeldAnswer implements AutoCloseable {

    private final URI redis;
    private final ServerSocket server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final CountDownLatch sentAgain = new CountDownLatch(2);
    private volatile boolean holding;

    HeldAnswer(String redis) {
        this.redis = URI.create(redis);
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    String url() {
        return "redis://127.0.0.1:" + server.getLocalPort();
    }

    void hold() {
        holding = true;
    }

    /** How often a script was sent since. */
    int sent() {
        return sent.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                Socket upstream = new Socket(redis.getHost(), redis.getPort());
                sockets.add(client);
                sockets.add(upstream);
                AtomicBoolean held = new AtomicBoolean();
                Thread.ofVirtual().start(() -> ask(client, upstream, held));
                Thread.ofVirtual().start(() -> answer(upstream, client, held));
            }
        } catch (IOException _) {
            // It is closed.
        }
    }

    private void ask(Socket client, Socket upstream, AtomicBoolean held) {
        byte[] bytes = new byte[65_536];
        try (InputStream in = client.getInputStream();
                OutputStream out = upstream.getOutputStream()) {
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (holding && new String(bytes, 0, read, StandardCharsets.ISO_8859_1).contains("EVALSHA")) {
                    held.set(true);
                    sent.incrementAndGet();
                    sentAgain.countDown();
                }
                out.write(bytes, 0, read);
            }
        } catch (IOException _) {
            // One of both has closed.
        }
    }

    private void answer(Socket upstream, Socket client, AtomicBoolean held) {
        byte[] bytes = new byte[65_536];
        try (InputStream in = upstream.getInputStream();
                OutputStream out = client.getOutputStream()) {
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (held.get()) {
                    sentAgain.await();
                }
                out.write(bytes, 0, read);
            }
        } catch (IOException _) {
            // One of both has closed.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
