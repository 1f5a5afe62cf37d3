package dev.tollgate.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import redis.embedded.RedisServer;
import redis.embedded.core.ExecutableProvider;

/** A Redis that can be stopped, and started again on the same port with nothing in it, or with what was saved. */
public final class StoppableRedis implements AutoCloseable {

    private final Path folder;
    private final int port;
    private @Nullable RedisServer server;

    /** Starts it. */
    public StoppableRedis() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path servers = Path.of("target", "test-servers").toAbsolutePath();
            folder = Files.createTempDirectory(Files.createDirectories(servers), "redis");
            port = socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    /** Its URL, with no password. */
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** Starts it after a stop. */
    public void start() {
        try {
            RedisServer started = RedisServer.newRedisServer()
                    .executableProvider(ExecutableProvider.newJarResourceProvider(folder.toFile()))
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("dir " + folder)
                    .setting("save \"\"")
                    .build();
            started.start();
            server = started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what is in it now: the next start begins with that, and not with what is written later. */
    public void save() {
        ask("SAVE");
    }

    private void ask(String command) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader replies =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            String reply = replies.readLine();
            if (!"+OK".equals(reply)) {
                throw new IllegalStateException(command + ": " + reply);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it, with all that is in it. */
    public void stop() {
        try {
            Objects.requireNonNull(server).stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The channels that somebody listens to. */
    public Set<String> channels() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader replies =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.getOutputStream().write("PUBSUB CHANNELS\r\n".getBytes(StandardCharsets.UTF_8));
            int count = Integer.parseInt(replies.readLine().substring(1));
            Set<String> channels = new TreeSet<>();
            for (int i = 0; i < count; i++) {
                // A name follows its length.
                replies.readLine();
                channels.add(replies.readLine());
            }
            return channels;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
