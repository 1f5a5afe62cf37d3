package dev.tollgate.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresSettingsTests {

    @Test
    void listenOnTheLoopbackInterfaceAlone() {
        assertThat(PostgresSettings.render(54321, Map.of()).lines())
                .contains("listen_addresses = '127.0.0.1'", "port = '54321'", "unix_socket_directories = ''");
    }

    @Test
    void turnOffNothingThatMakesCommitsDurable() {
        assertThat(PostgresSettings.render(1, Map.of()))
                .doesNotContain("fsync", "synchronous_commit", "full_page_writes");
    }

    @Test
    void takeOthersInTheirPlaceWithQuotesDoubled() {
        String rendered =
                PostgresSettings.render(1, Map.of("shared_buffers", "1GB", "search_path", "it's", "work_mem", "8MB"));

        assertThat(rendered.lines())
                .contains("shared_buffers = '1GB'", "search_path = 'it''s'", "work_mem = '8MB'")
                .doesNotContain("shared_buffers = '256MB'");
    }

    @Test
    void ofRedisKeepTheDataAndAskForThePassword() {
        java.nio.file.Path folder = java.nio.file.Path.of("/data/with \"quotes\"");

        assertThat(RedisSettings.render(7, "secret", folder, folder.resolve("redis.pid"))
                        .lines())
                .contains("bind 127.0.0.1", "port 7", "requirepass secret", "appendonly yes")
                .contains("dir \"/data/with \\\"quotes\\\"\"");
    }
}
