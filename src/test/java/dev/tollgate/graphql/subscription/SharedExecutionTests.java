package dev.tollgate.graphql.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.Scope;
import dev.tollgate.graphql.FeedCursor;
import dev.tollgate.graphql.Span;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Identical subscriptions share one execution; who comes with a cursor is told what was missed. */
@SubscriptionTest
class SharedExecutionTests {

    private final TestSockets sockets;
    private final TestKeys keys;
    private final Broadcasts broadcasts;
    private final Organization organization;
    private final String key;
    private final String name = "shared-" + UUID.randomUUID();
    private final TestFeed.Topic topic;

    @Autowired
    SharedExecutionTests(
            TestSockets sockets, Broadcasts broadcasts, TestFeed feed, TestKeys keys, TestOrganizations organizations) {
        this.sockets = sockets;
        this.broadcasts = broadcasts;
        this.keys = keys;
        this.organization = organizations.create();
        this.key = keys.bearer(organization, Scope.USAGE_READ);
        this.topic = feed.topic(name);
    }

    @Test
    void executesTheSameSubscriptionOnce() {
        TestSocket one = subscribed(key, "a", "");
        TestSocket other = subscribed(keys.bearer(organization, Scope.USAGE_READ), "b", "");
        topic.awaitListeners(1);
        awaitSubscribers(2);
        topic.commit();

        one.expect(counted("a", 100, 101));
        other.expect(counted("b", 100, 101));
        assertThat(topic.executions()).isEqualTo(1);
        assertThat(topic.replays()).isEmpty();
    }

    @Test
    void executesItAgainForOtherRightsOrAnotherQuestion() {
        subscribed(key, "a", "");
        topic.awaitListeners(1);
        subscribed(keys.bearer(organization, Scope.USAGE_READ, Scope.USAGE_WRITE), "a", "");
        topic.awaitListeners(2);
        sockets.ready(key).subscribe("a", "subscription { counted(topic: \"" + name + "\") { since } }");
        topic.awaitListeners(3);
    }

    @Test
    void endsWithTheLastSubscriber() {
        TestSocket one = subscribed(key, "a", "");
        TestSocket other = subscribed(key, "b", "");
        awaitSubscribers(2);
        topic.awaitListeners(1);
        one.complete("a");
        other.disconnect();

        topic.awaitListeners(0);
        subscribed(key, "c", "");
        topic.awaitListeners(1);
        assertThat(topic.executions()).isEqualTo(2);
    }

    @Test
    void tellsFirstWhatWasMissedSinceTheCursor() {
        TestSocket resumed = subscribed(key, "r", ", after: \\\"" + FeedCursor.of(90) + "\\\"");
        resumed.expect(counted("r", 90, 100));
        topic.commit();

        resumed.expect(counted("r", 100, 101));
    }

    @Test
    void sharesAlsoWithThoseWhoResume() {
        TestSocket live = subscribed(key, "l", "");
        topic.awaitListeners(1);
        topic.commit();
        live.expect(counted("l", 100, 101));
        TestSocket resumed = subscribed(key, "r", ", after: \\\"" + FeedCursor.of(95) + "\\\"");
        resumed.expect(counted("r", 95, 101));
        topic.commit();

        live.expect(counted("l", 101, 102));
        resumed.expect(counted("r", 101, 102));
        assertThat(topic.executions()).isEqualTo(1);
        // What is committed before it has caught up is replayed too.
        assertThat(topic.replays()).startsWith(new Span(95, 101)).isSubsetOf(new Span(95, 101), new Span(101, 102));
    }

    @Test
    void takesTheCursorFromAVariable() {
        String query = "subscription T($t: String!, $a: String) { counted(topic: $t, after: $a) { since through } }";
        sockets.ready(key)
                .send(withVariables(query, FeedCursor.of(99)))
                .expect(counted("v", 99, 100))
                .disconnect();
        TestSocket live = sockets.ready(key).send(withVariables(query, null));
        topic.awaitListeners(1);
        TestSocket resumed = sockets.ready(key).send(withVariables(query, FeedCursor.of(98)));
        resumed.expect(counted("v", 98, 100));
        topic.commit();

        live.expect(counted("v", 100, 101));
        resumed.expect(counted("v", 100, 101));
    }

    @Test
    void waitsForTheFeedToReachACursorFromAnotherNode() {
        TestSocket ahead = subscribed(key, "a", ", after: \\\"" + FeedCursor.of(102) + "\\\"");
        topic.awaitListeners(1);
        topic.commit();
        topic.commit();
        topic.commit();

        ahead.expect(counted("a", 102, 103));
        assertThat(topic.replays()).isEmpty();
    }

    @Test
    void tellsAfterAMissedItemWhatWasInIt() {
        TestSocket socket = subscribed(key, "m", "");
        topic.awaitListeners(1);
        topic.lose();
        topic.commit();

        socket.expect(counted("m", 100, 102));
    }

    /** Until so many subscribers take part in executions of this test's topic. */
    private void awaitSubscribers(int count) {
        Awaiting.until(() -> broadcasts.subscribers(organization.id()) == count);
    }

    private TestSocket subscribed(String authorization, String id, String cursor) {
        return sockets.ready(authorization)
                .send("{\"id\":\"" + id
                        + "\",\"type\":\"subscribe\",\"payload\":{\"query\":\"subscription { counted(topic: \\\"" + name
                        + "\\\"" + cursor + ") { since through } }\"}}");
    }

    private String withVariables(String query, @Nullable String after) {
        String cursor = after == null ? "null" : '"' + after + '"';
        return "{\"id\":\"v\",\"type\":\"subscribe\",\"payload\":{\"query\":\"" + query
                + "\",\"operationName\":\"T\",\"variables\":{\"t\":\"" + name + "\",\"a\":" + cursor + "}}}";
    }

    private static String counted(String id, long since, long through) {
        return "{\"id\":\"" + id + "\",\"type\":\"next\",\"payload\":{\"data\":{\"counted\":{\"since\":" + since
                + ",\"through\":" + through + "}}}}";
    }
}
