package dev.tollgate.authorization;

import dev.tollgate.testing.TestApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who calls the application over HTTP.
 *
 * @param origin where it is
 * @param headers what tells it who calls; none: nobody does
 */
record Caller(String origin, Map<String, String> headers) {

    /** Escapes what is not ASCII, so that halves of surrogate pairs arrive as they are. */
    static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What was answered. */
    record Answer(int status, String body) {

        /** What it means for who asked. */
        Outcome outcome() {
            return switch (status) {
                case 401 -> Outcome.UNAUTHENTICATED;
                case 403 -> Outcome.FORBIDDEN;
                case 404 -> Outcome.NOT_FOUND;
                default -> status < 400 ? graphQlOutcome() : Outcome.OTHER;
            };
        }

        private Outcome graphQlOutcome() {
            if (!body.startsWith("{")) {
                return Outcome.ALLOWED;
            }
            JsonNode answer = JSON.readTree(body);
            JsonNode code = answer.at("/errors/0/extensions/code");
            if (!code.isMissingNode()) {
                return Outcome.of(code.asString());
            }
            return answer.at("/data/node").isNull() ? Outcome.NOT_FOUND : Outcome.ALLOWED;
        }
    }

    static Caller nobody(TestApi api) {
        return new Caller(api.origin(), Map.of());
    }

    static Caller key(TestApi api, String bearer) {
        return new Caller(api.origin(), Map.of("Authorization", bearer));
    }

    static Caller person(TestApi api, String email, String password) {
        return new Caller(
                api.origin(),
                Map.of("Cookie", "tollgate_session=" + api.session(email, password), "Sec-Fetch-Site", "same-origin"));
    }

    Answer graphQl(String document) {
        return graphQl(document, Map.of());
    }

    Answer graphQl(String document, Map<String, ?> variables) {
        return send("POST", "/graphql", JSON.writeValueAsString(Map.of("query", document, "variables", variables)));
    }

    Answer send(String method, String path, String body) {
        return receive(request(method, path, body).build());
    }

    /** Subscribes, and goes on to take what is told until it is closed. */
    Watch watch(String document) {
        HttpRequest request = request("POST", "/graphql", JSON.writeValueAsString(Map.of("query", document)))
                .header("Accept", "text/event-stream")
                .build();
        Watch watch = new Watch();
        var _ = HTTP.sendAsync(request, watch::take);
        return watch;
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        headers.forEach(request::header);
        return request;
    }

    private static Answer receive(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
