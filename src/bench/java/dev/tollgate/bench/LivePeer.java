package dev.tollgate.bench;

import dev.tollgate.testing.NpmProject;
import dev.tollgate.testing.TestServers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The server of {@code src/bench/live-peer}. */
final class LivePeer implements AutoCloseable {

    /** Where it takes deltas from. */
    static final String CHANNEL = "live-peer";

    private static final NpmProject PROJECT = new NpmProject(Path.of("src", "bench", "live-peer"));

    private final Process process;
    private final LiveServer server;

    LivePeer() {
        PROJECT.install();
        try {
            ProcessBuilder builder = new ProcessBuilder("node", "server.js")
                    .directory(PROJECT.folder().toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().put("NODE_ENV", "production");
            builder.environment().put("REDIS_URL", TestServers.redisUrl());
            builder.environment().put("CHANNEL", CHANNEL);
            process = builder.start();
            server = new LiveServer(port(), process.pid());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LiveServer server() {
        return server;
    }

    private int port() throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        if (line == null) {
            throw new IllegalStateException("the peer has ended");
        }
        return Integer.parseInt(line.substring("port ".length()));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
