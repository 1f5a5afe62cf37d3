package dev.tollgate.graphql.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.Scope;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SubscriptionTest
class ManyConnectionsTests {

    private static final int CONNECTIONS = 1_000;
    private static final int AT_A_TIME = 20;

    private final TestSockets sockets;
    private final Connections connections;
    private final Broadcasts broadcasts;
    private final OperationStarter starter;
    private final Organization organization;
    private final String key;
    private final String name = "many-" + UUID.randomUUID();
    private final TestFeed.Topic topic;

    @Autowired
    ManyConnectionsTests(
            TestSockets sockets,
            Connections connections,
            Broadcasts broadcasts,
            OperationStarter starter,
            TestFeed feed,
            TestKeys keys,
            TestOrganizations organizations) {
        this.sockets = sockets;
        this.connections = connections;
        this.broadcasts = broadcasts;
        this.starter = starter;
        this.organization = organizations.create();
        this.key = keys.bearer(organization, Scope.USAGE_READ);
        this.topic = feed.topic(name);
    }

    @Test
    void leaveNothingBehind() {
        int before = connections.all().size();
        for (int i = 0; i < CONNECTIONS / AT_A_TIME; i++) {
            IntStream.range(0, AT_A_TIME).parallel().forEach(this::comeAndGo);
        }

        Awaiting.until(() -> connections.count(organization.id()) == 0);
        Awaiting.until(() -> connections.all().size() <= before);
        topic.awaitListeners(0);
        assertThat(broadcasts.subscribers(organization.id())).isZero();
        assertThat(starter.count(organization.id())).isZero();
    }

    private void comeAndGo(int number) {
        TestSocket socket = sockets.ready(key);
        socket.subscribe("1", "subscription { counted(topic: \"" + name + "\") { through } }");
        switch (number % 4) {
            case 0 -> socket.disconnect();
            case 1 -> {
                topic.awaitListeners(1);
                socket.raw().sendClose(1000, "").join();
            }
            case 2 -> socket.complete("1").raw().sendClose(1000, "").join();
            default -> socket.send("nonsense").closed();
        }
    }

    @Test
    void areLimitedForAnOrganization() {
        for (int i = 0; i < SubscriptionTest.MAX_CONNECTIONS; i++) {
            sockets.ready(key);
        }

        assertThat(sockets.open().init(key).closed()).isEqualTo("1013 The organization has too many connections");
    }

    @Test
    void haveALimitOfOperations() {
        TestSocket socket = sockets.ready(key);
        for (int i = 0; i < 101; i++) {
            socket.subscribe("s" + i, "subscription { noticed(topic: \"" + name + "\") { text } }");
        }

        assertThat(socket.next())
                .startsWith("{\"id\":\"s100\",\"type\":\"error\"")
                .contains("RATE_LIMITED")
                .contains("at most 100 operations");
        socket.complete("s0").subscribe("again", "{ __typename }");
        assertThat(socket.next()).startsWith("{\"id\":\"again\",\"type\":\"next\"");
    }

    @Test
    void shareTheOperationsOfAnOrganization() {
        for (int i = 0; i < 2; i++) {
            TestSocket socket = sockets.ready(key);
            for (int j = 0; j < 60; j++) {
                socket.subscribe("s" + j, "subscription { noticed(topic: \"" + name + "\") { text } }");
            }
        }
        Awaiting.until(() -> starter.count(organization.id()) == 120);

        assertThat(sockets.ready(key).subscribe("1", "{ __typename }").next())
                .startsWith("{\"id\":\"1\",\"type\":\"error\"")
                .contains("RATE_LIMITED")
                .contains("at most 120 operations");
    }
}
