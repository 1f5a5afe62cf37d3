package dev.tollgate.graphql.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tollgate.core.Scope;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What clients see of a node that goes down in order. */
@SubscriptionTest
class ShutdownTests {

    private static final String QUERY = "subscription { counted(topic: \"shutdown\") { through } }";

    private final TestSockets sockets;
    private final TestApi api;
    private final SubscriptionLifecycle lifecycle;
    private final TestFeed.Topic topic;
    private final String key;

    @Autowired
    ShutdownTests(
            TestSockets sockets,
            TestApi api,
            SubscriptionLifecycle lifecycle,
            TestFeed feed,
            TestKeys keys,
            TestOrganizations organizations) {
        this.sockets = sockets;
        this.api = api;
        this.lifecycle = lifecycle;
        this.topic = feed.topic("shutdown");
        this.key = keys.bearer(organizations.create(), Scope.USAGE_READ);
    }

    @AfterEach
    void startAgain() {
        lifecycle.start();
    }

    @Test
    void clientsAreToldToConnectAgain() {
        TestSocket socket = sockets.ready(key).subscribe("1", QUERY);
        try (TestEvents events = TestEvents.open(api.origin(), key, QUERY)) {
            topic.awaitListeners(1);
            topic.commit();
            assertThat(events.next()).contains("\"through\":");
            lifecycle.stop();

            assertThat(socket.next()).contains("\"through\":");
            assertThat(socket.closed()).isEqualTo("1012 The node goes down: connect again");
            assertThatExceptionOfType(AssertionError.class)
                    .as("an event complete")
                    .isThrownBy(events::next)
                    .withMessage("The stream has ended");
        }
        topic.awaitListeners(0);
    }

    @Test
    void nobodyIsLetInAnyMore() {
        lifecycle.stop();

        assertThat(sockets.open().closed()).startsWith("1012 ");
        try (TestEvents events = TestEvents.open(api.origin(), key, QUERY)) {
            assertThat(events.status()).isEqualTo(503);
        }
    }
}
