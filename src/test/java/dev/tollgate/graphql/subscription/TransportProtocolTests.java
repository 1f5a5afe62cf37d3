package dev.tollgate.graphql.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.Scope;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import java.nio.ByteBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What graphql-ws's PROTOCOL.md says. */
@SubscriptionTest
class TransportProtocolTests {

    private static final String ACK = "{\"type\":\"connection_ack\"}";

    private final TestSockets sockets;
    private final TestFeed feed;
    private final String key;

    @Autowired
    TransportProtocolTests(TestSockets sockets, TestFeed feed, TestKeys keys, TestOrganizations organizations) {
        this.sockets = sockets;
        this.feed = feed;
        Organization organization = organizations.create();
        this.key = keys.bearer(organization, Scope.USAGE_READ);
    }

    @Test
    void acknowledgesAKeyInTheInit() {
        sockets.open().init(key).expect(ACK);
    }

    @Test
    void acknowledgesAKeyInTheHandshake() {
        sockets.open(TestSockets.PROTOCOL, Map.of("Authorization", key), Long.MAX_VALUE)
                .send("{\"type\":\"connection_init\"}")
                .expect(ACK);
    }

    @Test
    void refusesNobody() {
        assertThat(sockets.open().send("{\"type\":\"connection_init\"}").closed())
                .startsWith("4401 Unauthorized");
        assertThat(sockets.open().init("Bearer tg_wrong").closed()).startsWith("4401 Unauthorized");
        assertThat(sockets.open().init("Basic abc").closed()).startsWith("4401 Unauthorized");
    }

    @Test
    void refusesAnotherSubprotocol() {
        assertThat(sockets.open("graphql-ws", Map.of(), Long.MAX_VALUE).closed())
                .startsWith("4406 Subprotocol not acceptable");
    }

    @Test
    void doesNotWaitForTheInitForEver() {
        assertThat(sockets.open().closed()).isEqualTo("4408 Connection initialisation timeout");
    }

    @Test
    void refusesASecondInit() {
        assertThat(sockets.ready(key).init(key).closed()).isEqualTo("4429 Too many initialisation requests");
        assertThat(sockets.open().init(key).init(key).closed()).isEqualTo("4429 Too many initialisation requests");
    }

    @Test
    void refusesOperationsBeforeTheAcknowledgement() {
        assertThat(sockets.open().subscribe("1", "{ __typename }").closed()).isEqualTo("4401 Unauthorized");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "[]",
                "\"text\"",
                "{}",
                "{\"type\":5}",
                "{\"type\":\"start\",\"id\":\"1\"}",
                "{\"type\":\"next\",\"id\":\"1\",\"payload\":{}}",
                "{\"type\":\"connection_ack\"}",
                "{\"type\":\"connection_init\",\"payload\":\"text\"}",
                "{\"type\":\"ping\",\"payload\":[]}",
                "{\"type\":\"pong\",\"payload\":1}",
                "{\"type\":\"complete\"}",
                "{\"type\":\"complete\",\"id\":1}",
                "{\"type\":\"subscribe\",\"payload\":{\"query\":\"{ __typename }\"}}",
                "{\"type\":\"subscribe\",\"id\":\"\",\"payload\":{\"query\":\"{ __typename }\"}}",
                "{\"type\":\"subscribe\",\"id\":\"1\"}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{}}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":1}}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{a}\",\"variables\":[]}}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{a}\",\"operationName\":{}}}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{a}\",\"extensions\":1}}"
            })
    void refusesMessagesThatTheProtocolDoesNotHave(String message) {
        assertThat(sockets.ready(key).send(message).closed()).startsWith("4400 Invalid message: ");
    }

    @Test
    void refusesBinaryMessages() {
        TestSocket socket = sockets.ready(key);
        socket.raw().sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();

        assertThat(socket.closed()).startsWith("4400 Invalid message: ");
    }

    @Test
    void refusesMessagesThatAreTooBig() {
        assertThat(sockets.open().send("\"" + "x".repeat(20_000) + "\"").closed())
                .startsWith("1009 The message is too big");
        assertThat(sockets.ready(key).send("\"" + "x".repeat(1_100_000) + "\"").closed())
                .startsWith("1009 The message is too big");
    }

    @Test
    void answersPingsAtAnyTime() {
        TestSocket socket = sockets.open().send("{\"type\":\"ping\"}").expect("{\"type\":\"pong\"}");
        socket.init(key).expect(ACK);
        socket.send("{\"type\":\"ping\",\"payload\":{\"a\":[1,2.50]}}")
                .expect("{\"type\":\"pong\",\"payload\":{\"a\":[1,2.50]}}");
        socket.send("{\"type\":\"pong\",\"payload\":{}}");
        socket.send("{\"type\":\"ping\",\"payload\":null}").expect("{\"type\":\"pong\"}");
    }

    @Test
    void answersAQueryWithOneNext() {
        TestSocket socket = sockets.ready(key).subscribe("q\u00e9", "{ viewer { __typename } }");

        assertThat(socket.next())
                .startsWith(
                        "{\"id\":\"q\u00e9\",\"type\":\"next\",\"payload\":{\"data\":{\"viewer\":{\"__typename\":\"Viewer\"}}")
                .contains("\"cost\"");
        socket.expect("{\"id\":\"q\u00e9\",\"type\":\"complete\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ nothing }                                   | BAD_USER_INPUT",
                "{                                             | BAD_USER_INPUT",
                "query A { __typename } query B { __typename } | BAD_USER_INPUT",
                "subscription { nothing }                      | BAD_USER_INPUT",
                "subscription { counted { through } }          | BAD_USER_INPUT",
                "subscription { counted(topic: 1) { through } }| BAD_USER_INPUT",
                "subscription { counted(topic: \"x\", after: \"y\") { through } } | BAD_USER_INPUT",
            })
    void answersARequestThatIsNotValidWithAnError(String query, String code) {
        TestSocket socket = sockets.ready(key).subscribe("1", query);

        assertThat(socket.next())
                .startsWith("{\"id\":\"1\",\"type\":\"error\",\"payload\":[{\"message\":")
                .contains("\"code\":\"" + code + "\"");
        assertThat(socket.soFar()).isEmpty();
    }

    @Test
    void tellsASubscriptionWhatHappens() {
        TestSocket socket = sockets.ready(key).subscribe("1", "subscription { noticed(topic: \"tells\") { text } }");
        // The engine may not listen yet when the first notices are given.
        String first = null;
        while (first == null) {
            feed.topic("tells").notice("hello");
            first = socket.soFar().stream().findFirst().orElse(null);
        }

        assertThat(first)
                .isEqualTo(
                        "{\"id\":\"1\",\"type\":\"next\",\"payload\":{\"data\":{\"noticed\":{\"text\":\"hello\"}}}}");
    }

    @Test
    void refusesAnIdThatIsInUse() {
        String query = "subscription { noticed(topic: \"twice\") { text } }";

        assertThat(sockets.ready(key)
                        .subscribe("one", query)
                        .subscribe("one", query)
                        .closed())
                .isEqualTo("4409 Subscriber for one already exists");
    }

    @Test
    void saysNothingMoreOfWhatTheClientCompletes() {
        TestFeed.Topic topic = feed.topic("completed");
        TestSocket socket =
                sockets.ready(key).subscribe("1", "subscription { counted(topic: \"completed\") { through } }");
        topic.awaitListeners(1);
        socket.complete("1").complete("unknown");
        topic.awaitListeners(0);
        topic.commit();

        assertThat(socket.soFar()).isEmpty();
        socket.subscribe("1", "{ __typename }");
        assertThat(socket.next()).contains("\"next\"");
    }

    @Test
    void completesWhatTheSourceCompletes() {
        TestFeed.Topic topic = feed.topic("ends");
        TestSocket socket = sockets.ready(key).subscribe("1", "subscription { counted(topic: \"ends\") { through } }");
        topic.awaitListeners(1);
        topic.complete();

        socket.expect("{\"id\":\"1\",\"type\":\"complete\"}");
    }
}
