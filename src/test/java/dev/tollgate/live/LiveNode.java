package dev.tollgate.live;

import dev.tollgate.testing.ChildApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A node as its callers see it. It may be another process after a while. */
final class LiveNode implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String USAGE =
            "{ organization { usage(range: {last: \"PT24H\"}) { liveCursor metrics " + Told.SELECTION + " } } }";

    private final Map<String, String> settings;
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile ChildApplication process;

    LiveNode(Map<String, String> settings) {
        this.settings = settings;
        this.process = launch();
    }

    private ChildApplication launch() {
        return ChildApplication.start(settings, ChildApplication.QUICK_START, "-Xmx512m");
    }

    URI origin() {
        return process.url("/");
    }

    URI intake() {
        return process.url("/v1/usage/events");
    }

    long pid() {
        return process.pid();
    }

    /** Starts it after it has ended. */
    void start() {
        process = launch();
    }

    /** Ends it at once, as a crash does. */
    void kill() {
        process.kill();
    }

    /** Ends it in order. */
    void stop() {
        process.close();
    }

    /** All usage, as a query tells it. */
    Standing usage() {
        String body = JSON.writeValueAsString(Map.of("query", USAGE));
        String answer = send(request("/graphql")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
        return JSON.treeToValue(JSON.readTree(answer).at("/data/organization/usage"), Standing.class);
    }

    /** A metric in Prometheus' text format. */
    double metric(String name) {
        return send(request("/actuator/prometheus").build())
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(process.url(path)).header("Authorization", "Bearer " + ChildApplication.KEY);
    }

    private String send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        http.close();
        stop();
    }
}
