package dev.tollgate.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.testing.ChildApplication;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application with nothing configured, as a process: killed, started again, and stopped in order. */
class KilledApplicationIT {

    @TempDir
    private Path folder;

    @Test
    void losesNothingAndLeavesNothingBehind() throws IOException, InterruptedException {
        Map<String, String> settings = Map.of("TOLLGATE_DATA_DIR", folder.toString());
        ChildApplication killed = ChildApplication.start(settings);
        assertThat(killed.output()).contains("owner@tollgate.local").doesNotContain(ChildApplication.KEY);
        assertThat(answer(killed)).isEqualTo(200);
        killed.kill();

        try (ChildApplication next = ChildApplication.start(settings)) {
            assertThat(next.output())
                    .contains("PostgreSQL (process ", "Redis (process ", "still runs from a Tollgate that was killed")
                    .doesNotContain("owner@tollgate.local");
            assertThat(answer(next)).isEqualTo(200);
            assertThatThrownBy(() -> ChildApplication.start(settings))
                    .hasMessageStartingWith("the application ended with 1:")
                    .hasMessageContaining("TOLLGATE_DATA_DIR: the folder " + folder + " is in use by another");
        }
        assertThat(folder.resolve("postgres/data/postmaster.pid")).doesNotExist();
        assertThat(new Leftover("Redis", "redis-server", folder.resolve("redis/redis.pid")).running())
                .isEmpty();
    }

    /** The key made at the first start works as long as the database is the same. */
    private static int answer(ChildApplication application) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(application.url("/v1/usage/events"))
                .header("Authorization", "Bearer " + ChildApplication.KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("[]"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
