package dev.tollgate.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redisson.api.RedissonClient;
import org.springframework.boot.health.contributor.Status;
import redis.embedded.RedisServer;
import redis.embedded.core.ExecutableProvider;

class RedisMonitorTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @TempDir
    private Path folder;

    @Test
    void startsWithoutRedisAndNoticesWhenItComesGoesAndReturns() throws IOException {
        int port = freePort();
        RedissonClient client = new RedisConfiguration()
                .redisson(new RedisLocation(List.of(URI.create("redis://127.0.0.1:" + port)), null, null));
        try (RedisMonitor monitor = new RedisMonitor(client, meters)) {
            RedisHealthIndicator health = new RedisHealthIndicator(monitor);
            monitor.begin();

            await().until(() -> status(health).equals(RedisHealthIndicator.DEGRADED));
            assertThat(meters.get("tollgate.redis.up").gauge().value()).isZero();

            RedisServer server = start(port);
            await().until(() -> status(health).equals(Status.UP));
            assertThat(meters.get("tollgate.redis.up").gauge().value()).isOne();

            assertThat(monitor.returns()).isOne();

            server.stop();
            await().until(() -> status(health).equals(RedisHealthIndicator.DEGRADED));

            RedisServer again = start(port);
            await().until(() -> status(health).equals(Status.UP));
            assertThat(monitor.returns()).isEqualTo(2);
            again.stop();
        } finally {
            client.shutdown();
        }
    }

    private static Status status(RedisHealthIndicator health) {
        return health.health().getStatus();
    }

    private RedisServer start(int port) throws IOException {
        Path programs = Files.createTempDirectory(folder, "bin");
        RedisServer server = RedisServer.newRedisServer()
                .executableProvider(ExecutableProvider.newJarResourceProvider(programs.toFile()))
                .port(port)
                .bind("127.0.0.1")
                .setting("dir " + folder)
                .setting("save \"\"")
                .build();
        server.start();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
