package dev.tollgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.testing.TestServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A wrong setting ends the start with one sentence that names it. */
@ExtendWith(OutputCaptureExtension.class)
class SettingsTests {

    private static final String URL = "--tollgate.database.url=";
    private static final String USER = "--tollgate.database.username=";
    private static final String SERVER = URL + TestServers.databaseUrl();
    private static final String REDIS = "--tollgate.redis.url=" + TestServers.redisUrl();
    private static final String NOBODY_THERE = URL + "jdbc:postgresql://127.0.0.1:1/tollgate";

    @BeforeAll
    static void createRoles() {
        JdbcClient sql = JdbcClient.create(new DriverManagerDataSource(TestServers.databaseUrl(), "postgres", ""));
        sql.sql("CREATE ROLE held_back LOGIN CREATEROLE").update();
        sql.sql("CREATE ROLE no_creator LOGIN BYPASSRLS").update();
    }

    record Wrong(String sentence, List<String> settings) {

        Wrong(String sentence, String... settings) {
            this(sentence, List.of(settings));
        }

        @Override
        public String toString() {
            return String.join(" ", settings);
        }
    }

    static Stream<Wrong> wrongSettings() {
        return Stream.of(
                new Wrong("TOLLGATE_PORT must be a port from 1 to 65535", "--server.port=http"),
                new Wrong("TOLLGATE_PORT must be a port from 1 to 65535", "--server.port=65536"),
                new Wrong("TOLLGATE_DEMO must be true or false", "--tollgate.demo=perhaps"),
                new Wrong("TOLLGATE_DATABASE_URL must be the JDBC URL", URL + "postgresql://localhost/x", USER + "x"),
                new Wrong("TOLLGATE_DATABASE_URL must be the JDBC URL", URL + "jdbc:mysql://localhost/x", USER + "x"),
                new Wrong("TOLLGATE_DATABASE_URL: no PostgreSQL answers at 127.0.0.1:1", NOBODY_THERE, USER + "x"),
                new Wrong(
                        "TOLLGATE_DATABASE_URL: there is no database named absent",
                        absentDatabase(),
                        USER + "postgres"),
                new Wrong("TOLLGATE_DATABASE_USERNAME is not set", SERVER),
                new Wrong("TOLLGATE_DATABASE_USERNAME and TOLLGATE_DATABASE_PASSWORD", SERVER, USER + "stranger"),
                new Wrong("TOLLGATE_DATABASE_USERNAME must be allowed to bypass", SERVER, USER + "held_back"),
                new Wrong("must be allowed to create the role absent", SERVER, USER + "no_creator", app("absent")),
                new Wrong("TOLLGATE_DATABASE_APP_USERNAME must be a plain name", SERVER, USER + "postgres", app("a-b")),
                new Wrong("TOLLGATE_DATABASE_APP_USERNAME must not", SERVER, USER + "postgres", app("no_creator")),
                new Wrong(
                        "TOLLGATE_DATABASE_CONNECTIONS must be a whole number",
                        SERVER,
                        "--tollgate.database.connections=all"),
                new Wrong(
                        "TOLLGATE_DATABASE_CONNECTIONS must be at least 2",
                        SERVER,
                        "--tollgate.database.connections=0"),
                new Wrong(
                        "TOLLGATE_DATABASE_QUERY_TIMEOUT must be a length of time, such as 30s or 2d.",
                        SERVER,
                        "--tollgate.database.query-timeout=soon"),
                new Wrong(
                        "TOLLGATE_INGEST_MAX_BYTES must be a size, such as 16MB.",
                        SERVER,
                        USER + "postgres",
                        REDIS,
                        "--tollgate.ingest.max-bytes=much"),
                new Wrong(
                        "TOLLGATE_ROLLUP_SWEEP must be longer than nothing",
                        SERVER,
                        USER + "postgres",
                        REDIS,
                        "--tollgate.rollup.sweep=0s"),
                new Wrong(
                        "TOLLGATE_REDIS_URL: the Redis at 127.0.0.1",
                        SERVER,
                        USER + "postgres",
                        REDIS.replace("redis://", "redis://:wrong@")),
                new Wrong(
                        "--rebuild: there is no organization nowhere.",
                        SERVER,
                        USER + "postgres",
                        REDIS,
                        "--rebuild=nowhere"),
                new Wrong(
                        "TOLLGATE_GRAPHQL_MAX_DEPTH must be greater than",
                        SERVER,
                        USER + "postgres",
                        REDIS,
                        "--tollgate.graphql.max-depth=0"),
                new Wrong(
                        "TOLLGATE_USAGE_RETENTION must be longer",
                        SERVER,
                        USER + "postgres",
                        REDIS,
                        "--tollgate.usage.retention=0d"),
                new Wrong(
                        "TOLLGATE_FEATURES_UNKNOWN must be ON or OFF",
                        SERVER,
                        USER + "postgres",
                        REDIS,
                        "--tollgate.features.unknown=PARTIAL"),
                new Wrong(
                        "TOLLGATE_MASTER_KEY must be 32 random bytes",
                        SERVER,
                        USER + "postgres",
                        REDIS,
                        "--tollgate.master-key=password"),
                new Wrong(
                        "TOLLGATE_CREDENTIALS_ALLOWED_NETWORKS must be addresses or ranges",
                        SERVER,
                        USER + "postgres",
                        REDIS,
                        "--tollgate.credentials.allowed-networks=localhost"),
                new Wrong(
                        "TOLLGATE_OIDC_GOOGLE_CLIENT_SECRET is missing",
                        SERVER,
                        USER + "postgres",
                        REDIS,
                        "--tollgate.oidc.google.client-id=tollgate"),
                new Wrong(
                        "TOLLGATE_BOOTSTRAP_KEY must begin with tg_",
                        SERVER,
                        USER + "postgres",
                        REDIS,
                        "--tollgate.bootstrap-key=short"),
                new Wrong(
                        "TOLLGATE_REDIS_URL must be redis://",
                        SERVER,
                        USER + "postgres",
                        "--tollgate.redis.url=localhost"));
    }

    @ParameterizedTest
    @MethodSource("wrongSettings")
    void aWrongSettingIsNamed(Wrong wrong, CapturedOutput output) {
        assertStartFails(output, wrong.sentence(), wrong.settings().toArray(String[]::new));
    }

    @Test
    void aPortInUseIsNamed(CapturedOutput output) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertStartFails(
                    output,
                    "TOLLGATE_PORT: port " + taken.getLocalPort() + " is in use",
                    SERVER,
                    USER + "postgres",
                    REDIS,
                    "--server.address=127.0.0.1",
                    "--server.port=" + taken.getLocalPort());
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed(@TempDir Path folder, CapturedOutput output) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertStartFails(output, "TOLLGATE_DATA_DIR: the folder", "--tollgate.data-dir=" + file.resolve("data"));
    }

    private static void assertStartFails(CapturedOutput output, String sentence, String... settings) {
        List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--tollgate.demo=false"));
        arguments.addAll(List.of(settings));
        String[] last = arguments.stream()
                .filter(argument -> !isOverridden(argument, settings))
                .toArray(String[]::new);

        assertThatThrownBy(() -> SpringApplication.run(TollgateApplication.class, last))
                .isNotNull();

        assertThat(output.getAll().lines().filter(line -> line.contains(" ERROR ")))
                .singleElement()
                .asString()
                .contains(sentence);
        assertThat(output).doesNotContain("\tat ").doesNotContain("APPLICATION FAILED TO START");
    }

    /** An argument given twice would be a list. */
    private static boolean isOverridden(String argument, String... settings) {
        String name = argument.substring(0, argument.indexOf('=') + 1);
        return Stream.of(settings).anyMatch(setting -> setting.startsWith(name) && !setting.equals(argument));
    }

    private static String app(String username) {
        return "--tollgate.database.app-username=" + username;
    }

    private static String absentDatabase() {
        return URL + TestServers.databaseUrl().replaceFirst("/postgres$", "/absent");
    }
}
