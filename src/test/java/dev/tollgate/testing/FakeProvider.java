package dev.tollgate.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An AI provider's API on a loopback port, as far as a check of secrets goes. It repeats in every answer, in the headers too, what it was
 * sent, as the worst of them do.
 */
public final class FakeProvider implements AutoCloseable {

    private static final int OK = 200;
    private static final int REJECTED = 401;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();

    /** Starts to listen; accepts these secrets. */
    public FakeProvider(String... secrets) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accepted.addAll(List.of(secrets));
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Where its API is. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** Takes a secret from now on. */
    public void accept(String secret) {
        accepted.add(secret);
    }

    /** Takes a secret no more. */
    public void reject(String secret) {
        accepted.remove(secret);
    }

    /** Answers a path with a status, whatever the secret; a redirect leads to {@code /v1/models}. */
    public void answer(String path, int status) {
        statuses.put(path, status);
    }

    /** The paths asked for, in order. */
    public List<String> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(path);
        String sent = sent(exchange);
        boolean good = accepted.stream().anyMatch(sent::contains);
        int status = statuses.getOrDefault(path, good ? OK : REJECTED);
        exchange.getResponseHeaders().add("Location", baseUrl() + "/models?seen=" + sent);
        exchange.getResponseHeaders().add("X-Seen", sent);
        byte[] body = ("{\"error\":\"You sent " + sent + "\"}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String sent(HttpExchange exchange) {
        return List.of("Authorization", "x-api-key", "x-goog-api-key", "api-key").stream()
                .map(name -> exchange.getRequestHeaders().getFirst(name))
                .map(value -> value == null ? "" : value.replace("Bearer ", ""))
                .reduce("", String::concat);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
