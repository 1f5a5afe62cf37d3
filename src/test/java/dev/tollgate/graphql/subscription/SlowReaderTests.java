package dev.tollgate.graphql.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.Scope;
import dev.tollgate.graphql.FeedCursor;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A client that does not read hurts nobody else, and itself as little as can be. */
@SubscriptionTest
class SlowReaderTests {

    private static final Pattern COUNTED = Pattern.compile("\"since\":(\\d+),\"through\":(\\d+)");
    /** Far more than the operating system keeps for a connection, with the padding of each. */
    private static final int COMMITS = 1_000;

    private final TestSockets sockets;
    private final Connections connections;
    private final Organization organization;
    private final String key;
    private final String name = "slow-" + UUID.randomUUID();
    private final TestFeed.Topic topic;

    @Autowired
    SlowReaderTests(
            TestSockets sockets,
            Connections connections,
            TestFeed feed,
            TestKeys keys,
            TestOrganizations organizations) {
        this.sockets = sockets;
        this.connections = connections;
        this.organization = organizations.create();
        this.key = keys.bearer(organization, Scope.USAGE_READ);
        this.topic = feed.topic(name);
    }

    @Test
    void isToldInFewerItemsAndMissesNothing() {
        TestSocket slow = slowSocket("counted");
        topic.awaitListeners(1);
        // With a cursor nothing is missed, however late the subscription begins.
        TestSocket fast = sockets.ready(key)
                .subscribe("1", query("counted").replace("\")", "\", after: \"" + FeedCursor.of(100) + "\")"));
        for (int i = 0; i < COMMITS; i++) {
            topic.commit();
            assertThat(fast.next()).contains("\"through\":" + topic.place());
        }
        slow.raw().request(Long.MAX_VALUE);

        int items = 0;
        for (long place = 100; place < topic.place(); items++) {
            Matcher counted = COUNTED.matcher(slow.next());
            assertThat(counted.find()).isTrue();
            assertThat(Long.parseLong(counted.group(1))).isEqualTo(place);
            place = Long.parseLong(counted.group(2));
        }
        assertThat(items).isLessThan(COMMITS);
    }

    @Test
    void isToldWhyItIsClosedWhenItMissesWhatIsToldOnce() {
        TestSocket slow = slowSocket("noticed");
        topic.awaitNoticeListeners(1);
        Awaiting.until(() -> {
            topic.notice("x".repeat(20_000));
            return topic.isUnnoticed();
        });
        slow.raw().request(Long.MAX_VALUE);

        assertThat(slow.closed()).isEqualTo("1013 The client reads too slowly: too much waits for it.");
    }

    @Test
    void isLetGoWhenItReadsNothingAtAll() {
        slowSocket("counted");
        topic.awaitListeners(1);
        Awaiting.until(() -> {
            topic.commit();
            return connections.count(organization.id()) == 0;
        });
    }

    /** A socket that has read the acknowledgement when it stops to read. */
    private TestSocket slowSocket(String field) {
        return sockets.open(TestSockets.PROTOCOL, Map.of(), 1)
                .init(key)
                .expect("{\"type\":\"connection_ack\"}")
                .subscribe("1", query(field));
    }

    private String query(String field) {
        String selection = field.equals("counted") ? "{ since through padding }" : "{ text }";
        return "subscription { " + field + "(topic: \"" + name + "\") " + selection + " }";
    }
}
