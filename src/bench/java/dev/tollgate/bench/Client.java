package dev.tollgate.bench;

import dev.tollgate.testing.ChildApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the application as its users do. */
final class Client implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Function<String, URI> address;
    private final String key;

    /** With the key that every child accepts. */
    Client(ChildApplication application) {
        this(application, ChildApplication.KEY);
    }

    Client(ChildApplication application, String key) {
        this(application::url, key);
    }

    /** Of the application whose paths are at these addresses. */
    Client(Function<String, URI> address, String key) {
        this.address = address;
        this.key = key;
    }

    /** Sends events and returns how many were accepted; anything but 200 is a failure of the benchmark. */
    int record(byte[] events) {
        String answer = post("/v1/usage/events", events);
        return JSON.readTree(answer).get("accepted").asInt();
    }

    JsonNode query(String query) {
        JsonNode answer = JSON.readTree(post("/graphql", JSON.writeValueAsBytes(Map.of("query", query))));
        if (answer.has("errors")) {
            throw new IllegalStateException(answer.toString());
        }
        return answer;
    }

    /** A sum over all series of a metric in Prometheus' text format. */
    double metric(String name) {
        return get("/actuator/prometheus")
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private String post(String path, byte[] body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    private String get(String path) {
        return send(request(path).build());
    }

    private HttpRequest.Builder request(String path) {
        URI url = address.apply(path);
        return HttpRequest.newBuilder(url).header("Authorization", "Bearer " + key);
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
