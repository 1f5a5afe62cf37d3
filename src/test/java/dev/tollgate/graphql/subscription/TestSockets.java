package dev.tollgate.graphql.subscription;

import dev.tollgate.testing.TestApi;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;

/** Opens WebSockets to the application. */
@TestComponent
class TestSockets {

    static final String PROTOCOL = "graphql-transport-ws";

    private final TestApi api;
    private final HttpClient http = HttpClient.newHttpClient();

    TestSockets(TestApi api) {
        this.api = api;
    }

    /** A socket on which nothing was said yet. */
    TestSocket open() {
        return open(PROTOCOL, Map.of(), Long.MAX_VALUE);
    }

    /** A socket that has read so many messages when it stops to read. */
    TestSocket open(String protocol, Map<String, String> headers, long messages) {
        TestSocket listener = new TestSocket(messages);
        WebSocket.Builder builder = http.newWebSocketBuilder().subprotocols(protocol);
        headers.forEach(builder::header);
        URI uri = URI.create(api.origin().replace("http", "ws") + "/graphql");
        builder.buildAsync(uri, listener).join();
        return listener;
    }

    /** A socket on which the key was accepted. */
    TestSocket ready(String authorization) {
        return open().init(authorization).expect("{\"type\":\"connection_ack\"}");
    }
}
