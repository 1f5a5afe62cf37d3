package dev.tollgate.redis;

import dev.tollgate.core.SettingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a configured Redis before it is used. One that is away may come later; one that answers and refuses never helps, so
 * that the wrong setting is named in a sentence.
 *
 * @param location where it is
 */
record RedisCheck(RedisLocation location) {

    private static final Logger log = LoggerFactory.getLogger(RedisCheck.class);
    private static final int PATIENCE_MS = Math.toIntExact(Duration.ofSeconds(2).toMillis());

    /** Throws {@link SettingException} when what answers cannot be used as set. */
    void run() {
        URI address = location.addresses().getFirst();
        try (Socket socket = connect(address);
                BufferedReader replies =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            if (location.password() != null) {
                judge(address, ask(socket, replies, signIn()));
            }
            judge(address, ask(socket, replies, List.of("PING")));
        } catch (IOException e) {
            log.warn(
                    "TOLLGATE_REDIS_URL: no Redis answers at {}:{}; going on without it ({})",
                    address.getHost(),
                    address.getPort(),
                    e.toString());
        }
    }

    private static Socket connect(URI address) throws IOException {
        boolean secure = address.getScheme().equals("rediss");
        Socket socket = secure ? SSLSocketFactory.getDefault().createSocket() : new Socket();
        try {
            socket.setSoTimeout(PATIENCE_MS);
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), PATIENCE_MS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private List<String> signIn() {
        return Stream.of("AUTH", location.username(), location.password())
                .filter(Objects::nonNull)
                .toList();
    }

    private static String ask(Socket socket, BufferedReader replies, List<String> command) throws IOException {
        StringBuilder request = new StringBuilder("*" + command.size() + "\r\n");
        for (String word : command) {
            int length = word.getBytes(StandardCharsets.UTF_8).length;
            request.append('$').append(length).append("\r\n").append(word).append("\r\n");
        }
        socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
        return Objects.requireNonNullElse(replies.readLine(), "");
    }

    /** A server that is loading or busy says so in other words, and gets over it. */
    private static void judge(URI address, String reply) {
        if (Stream.of("-WRONGPASS", "-NOAUTH", "-ERR AUTH", "-ERR invalid").anyMatch(reply::startsWith)) {
            throw new SettingException("TOLLGATE_REDIS_URL: the Redis at %s:%d refuses the user or password."
                    .formatted(address.getHost(), address.getPort()));
        }
        if (!reply.isEmpty() && !reply.startsWith("+") && !reply.startsWith("-")) {
            throw new SettingException("TOLLGATE_REDIS_URL: what answers at %s:%d is not Redis."
                    .formatted(address.getHost(), address.getPort()));
        }
    }
}
