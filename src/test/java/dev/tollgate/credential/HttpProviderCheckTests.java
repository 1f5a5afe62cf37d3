package dev.tollgate.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import dev.tollgate.testing.FakeProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpProviderCheckTests {

    private static final String SECRET = "sk-canary-0123456789";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FakeProvider provider = new FakeProvider(SECRET);
    private final HttpProviderCheck check = check(PATIENCE, "127.0.0.1");

    private static HttpProviderCheck check(Duration timeout, String... allowed) {
        CredentialSettings settings = new CredentialSettings(List.of(allowed), timeout);
        return new HttpProviderCheck(new UpstreamNetworks(settings), settings);
    }

    @AfterEach
    void end() throws IOException {
        check.close();
        provider.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "anthropic", "google", "some-vendor"})
    void acceptsWhatTheProviderAccepts(String name) {
        assertThatCode(() -> check.check(secret(name, provider.baseUrl()))).doesNotThrowAnyException();

        assertThat(provider.requests()).containsExactly("/v1/models");
    }

    @Test
    void asksWhatOnlyASecretOpensWhereModelsAreToldToEverybody() {
        check.check(secret("openrouter", provider.baseUrl()));

        assertThat(provider.requests()).containsExactly("/v1/key");
    }

    @ParameterizedTest
    @CsvSource({
        "400, BAD_USER_INPUT, secret",
        "401, BAD_USER_INPUT, secret",
        "403, BAD_USER_INPUT, secret",
        "404, BAD_USER_INPUT, baseUrl",
        "405, BAD_USER_INPUT, baseUrl",
        "301, BAD_USER_INPUT, baseUrl",
        "302, BAD_USER_INPUT, baseUrl",
        "307, BAD_USER_INPUT, baseUrl",
        "308, BAD_USER_INPUT, baseUrl",
        "429, UNAVAILABLE, baseUrl",
        "500, UNAVAILABLE, baseUrl",
        "503, UNAVAILABLE, baseUrl"
    })
    void saysWhatIsWrongAndNothingOfTheAnswer(int status, ErrorCode code, String field) {
        provider.answer("/v1/models", status);

        ProblemException problem = problem(check, secret("openai", provider.baseUrl()));

        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.field()).isEqualTo(field);
        assertThat(problem).hasMessageContaining("HTTP " + status).hasNoCause();
        assertThat(problem.getMessage()).doesNotContain(SECRET);
        // A redirect leads to where the secret would have been accepted.
        assertThat(provider.requests()).containsExactly("/v1/models");
    }

    @Test
    void refusesNetworksThatNoSettingAllows() throws IOException {
        try (HttpProviderCheck strict = check(PATIENCE)) {
            for (String place : List.of(
                    provider.baseUrl(),
                    "https://localhost/v1",
                    "https://10.1.2.3/v1",
                    "https://192.168.0.1/v1",
                    "https://172.20.0.1/v1",
                    "https://169.254.169.254/latest",
                    "https://[::1]/v1",
                    "https://[fd00::1]/v1",
                    "https://[fe80::1]/v1",
                    "https://[::ffff:127.0.0.1]/v1",
                    "https://2130706433/v1",
                    "https://0/v1")) {
                ProblemException problem = problem(strict, secret("openai", place));

                assertThat(problem.code()).as(place).isEqualTo(ErrorCode.BAD_USER_INPUT);
                assertThat(problem.field()).as(place).isEqualTo("baseUrl");
                assertThat(problem.getMessage()).as(place).contains("TOLLGATE_CREDENTIALS_ALLOWED_NETWORKS");
            }
        }
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    void sendsNoSecretInTheClearToThePublic() {
        ProblemException problem = problem(check, secret("openai", "http://8.8.8.8/v1"));

        assertThat(problem.field()).isEqualTo("baseUrl");
        assertThat(problem).hasMessageContaining("https://");
    }

    @Test
    void saysThatThereIsNoSuchHost() {
        ProblemException problem = problem(check, secret("openai", "https://nowhere.invalid/v1"));

        assertThat(problem.code()).isEqualTo(ErrorCode.BAD_USER_INPUT);
        assertThat(problem.field()).isEqualTo("baseUrl");
    }

    @Test
    void saysThatNobodyListens() {
        provider.close();

        ProblemException problem = problem(check, secret("openai", provider.baseUrl()));

        assertThat(problem.code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(problem.field()).isEqualTo("baseUrl");
    }

    @Test
    void trustsNobodyWithoutTls() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            thread.execute(() -> say(socket, "HTTP/1.1 200 OK\r\n\r\n"));

            ProblemException problem =
                    problem(check, secret("openai", "https://127.0.0.1:" + socket.getLocalPort() + "/v1"));

            assertThat(problem.code()).isEqualTo(ErrorCode.BAD_USER_INPUT);
            assertThat(problem.field()).isEqualTo("baseUrl");
        }
    }

    /** One that takes the request and says nothing, and one that never ends to say what is no HTTP. */
    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200", "You sent " + SECRET + "\r\n\r\n"})
    void isDoneWithAProviderThatIsNone(String says) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
                HttpProviderCheck impatient = check(Duration.ofMillis(300), "127.0.0.1")) {
            thread.execute(() -> say(socket, says));

            ProblemException problem =
                    problem(impatient, secret("openai", "http://127.0.0.1:" + socket.getLocalPort() + "/v1"));

            assertThat(problem.field()).isEqualTo("baseUrl");
            assertThat(problem.getMessage()).doesNotContain(SECRET);
            assertThat(problem).hasNoCause();
        }
    }

    private static void say(ServerSocket socket, String says) {
        try (Socket connection = socket.accept()) {
            connection.getOutputStream().write(says.getBytes(StandardCharsets.UTF_8));
            connection.getOutputStream().flush();
            while (connection.getInputStream().read() >= 0) {
                // Until the other side is tired of waiting.
            }
        } catch (IOException _) {
            // The other side is gone.
        }
    }

    private static ProblemException problem(HttpProviderCheck check, ProviderSecret secret) {
        return catchThrowableOfType(ProblemException.class, () -> check.check(secret));
    }

    private static ProviderSecret secret(String name, String baseUrl) {
        return new ProviderSecret(name, 1, URI.create(baseUrl), SECRET);
    }
}
