package dev.tollgate.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.TollgateApplication;
import dev.tollgate.core.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@ExtendWith(OutputCaptureExtension.class)
class PostgresServerTests {

    private static final String PASSWORD = "0123456789abcdef";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void createData() {
        try (PostgresServer server = start()) {
            sql(server, PASSWORD).sql("CREATE TABLE note (text text)").update();
        }
    }

    @Test
    void isAModernAndDurableServerForThisMachineOnly() {
        try (PostgresServer server = start()) {
            assertThat(setting(server, "server_version")).startsWith("18.");
            assertThat(setting(server, "fsync")).isEqualTo("on");
            assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(server, "data_checksums")).isEqualTo("on");
            assertThat(setting(server, "listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void takesOtherSettings() {
        try (PostgresServer server = PostgresServer.start(folder, PASSWORD, Map.of("shared_buffers", "64MB"))) {
            assertThat(setting(server, "shared_buffers")).isEqualTo("64MB");
        }
    }

    @Test
    void asksForThePassword() {
        try (PostgresServer server = start()) {
            assertThatThrownBy(
                            () -> sql(server, "wrong").sql("SELECT 1").query().singleRow())
                    .rootCause()
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    void isTakenOverWhenItsApplicationWasKilled(CapturedOutput output) {
        PostgresServer orphan = start();
        write(orphan, "orphan");

        try (PostgresServer server = start()) {
            assertThat(output).contains("still runs from a Tollgate that was killed");
            assertThat(notes(server, "orphan")).isOne();
        }
    }

    @Test
    void recoversWhenItWasKilledItself(CapturedOutput output) throws IOException {
        PostgresServer killed = start();
        write(killed, "killed");
        Path pidFile = folder.resolve("data/postmaster.pid");
        ProcessHandle process = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()))
                .orElseThrow();
        process.destroyForcibly();
        process.onExit().join();

        try (PostgresServer server = start()) {
            assertThat(output).contains("PostgreSQL did not stop in order the last time");
            assertThat(notes(server, "killed")).isOne();
        }
    }

    @Test
    void leavesAStrangerAloneThatGotItsProcessId(CapturedOutput output) throws IOException {
        long stranger = ProcessHandle.current().pid();
        Files.writeString(folder.resolve("data/postmaster.pid"), stranger + "\n");

        try (PostgresServer server = start()) {
            assertThat(setting(server, "server_version")).startsWith("18.");
            assertThat(output).contains("did not stop in order");
        }
    }

    @Test
    void saysWhereTheReasonIsWhenItDoesNotStart() {
        assertThatThrownBy(() -> PostgresServer.start(folder, PASSWORD, Map.of("shared_buffers", "lots")))
                .isInstanceOf(SettingException.class)
                .hasMessage("TOLLGATE_DATA_DIR: PostgreSQL does not start on the data in %s; its log is %s."
                        .formatted(folder.resolve("data"), folder.resolve("postgres.log")));
        assertThat(folder.resolve("postgres.log")).content().contains("shared_buffers");
    }

    @Test
    void isNotUsedWithoutItsPassword(CapturedOutput output) {
        try (PostgresServer server = start()) {
            assertThatThrownBy(() -> SpringApplication.run(
                            TollgateApplication.class,
                            "--server.port=0",
                            "--tollgate.database.url=jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres",
                            "--tollgate.database.username=" + PostgresServer.OWNER))
                    .isNotNull();
        }
        assertThat(output)
                .contains("TOLLGATE_DATABASE_USERNAME and TOLLGATE_DATABASE_PASSWORD: PostgreSQL refuses")
                .doesNotContain("\tat ");
    }

    private static PostgresServer start() {
        return PostgresServer.start(folder, PASSWORD, Map.of());
    }

    private static JdbcClient sql(PostgresServer server, String password) {
        return JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres", PostgresServer.OWNER, password));
    }

    private static void write(PostgresServer server, String text) {
        sql(server, PASSWORD)
                .sql("INSERT INTO note VALUES (:text)")
                .param("text", text)
                .update();
    }

    private static long notes(PostgresServer server, String text) {
        return sql(server, PASSWORD)
                .sql("SELECT count(*) FROM note WHERE text = :text")
                .param("text", text)
                .query(Long.class)
                .single();
    }

    private static String setting(PostgresServer server, String name) {
        return sql(server, PASSWORD)
                .sql("SELECT current_setting(:name)")
                .param("name", name)
                .query((row, index) -> row.getString(1))
                .single();
    }
}
