package dev.tollgate.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.SettingException;
import dev.tollgate.testing.TestServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RedisCheckTests {

    @Test
    void takesARedisThatAnswers() {
        assertThatCode(() -> check(TestServers.redisUrl())).doesNotThrowAnyException();
    }

    @Test
    void goesOnWithoutOneThatIsAway(CapturedOutput output) {
        check("redis://127.0.0.1:1");

        assertThat(output).contains("TOLLGATE_REDIS_URL: no Redis answers at 127.0.0.1:1; going on without it");
    }

    @Test
    void refusesAPasswordThatIsNotWanted() {
        assertThatThrownBy(() -> check(TestServers.redisUrl().replace("redis://", "redis://:p%20w@")))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("TOLLGATE_REDIS_URL: the Redis at 127.0.0.1:")
                .hasMessageEndingWith(" refuses the user or password.");
    }

    @Test
    void refusesAMissingPassword() throws IOException {
        assertThatThrownBy(() -> checkServerThatSays("-NOAUTH Authentication required.\r\n"))
                .isInstanceOf(SettingException.class)
                .hasMessageEndingWith(" refuses the user or password.");
    }

    @Test
    void refusesWhatIsNotRedis() throws IOException {
        assertThatThrownBy(() -> checkServerThatSays("HTTP/1.1 400 Bad Request\r\n\r\n"))
                .isInstanceOf(SettingException.class)
                .hasMessageEndingWith(" is not Redis.");
    }

    @Test
    void waitsForOneThatIsStillLoading() throws IOException {
        checkServerThatSays("-LOADING Redis is loading the dataset in memory\r\n");
    }

    private static void check(String url) {
        new RedisCheck(RedisUrl.parse(url)).run();
    }

    private static void checkServerThatSays(String reply) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answer(server, reply));
            check("redis://127.0.0.1:" + server.getLocalPort());
        }
    }

    private static void answer(ServerSocket server, String reply) {
        try (Socket client = server.accept()) {
            client.getOutputStream().write(reply.getBytes(StandardCharsets.US_ASCII));
            client.getInputStream().readAllBytes();
        } catch (IOException _) {
            // The check has seen enough.
        }
    }
}
