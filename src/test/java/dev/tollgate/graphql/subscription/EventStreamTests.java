package dev.tollgate.graphql.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.apikey.IssuedApiKey;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.Scope;
import dev.tollgate.graphql.FeedCursor;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestOrganizations;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The distinct connections mode of graphql-sse's PROTOCOL.md. */
@SubscriptionTest
class EventStreamTests {

    private final TestApi api;
    private final ApiKeys keys;
    private final Organization organization;
    private final IssuedApiKey key;
    private final String name = "sse-" + UUID.randomUUID();
    private final TestFeed.Topic topic;

    @Autowired
    EventStreamTests(TestApi api, ApiKeys keys, TestFeed feed, TestOrganizations organizations) {
        this.api = api;
        this.keys = keys;
        this.organization = organizations.create();
        this.key = keys.create(organization.id(), Cause.TOLLGATE, "test", Set.of(Scope.USAGE_READ), null);
        this.topic = feed.topic(name);
    }

    @Test
    void tellsASubscriptionWhatHappens() {
        try (TestEvents events = events("subscription { counted(topic: \"" + name + "\") { through } }")) {
            assertThat(events.status()).isEqualTo(200);
            assertThat(events.header("Content-Type")).isEqualToIgnoringCase("text/event-stream;charset=UTF-8");
            topic.awaitListeners(1);
            topic.commit();
            assertThat(events.next()).isEqualTo("event: next\ndata: {\"data\":{\"counted\":{\"through\":101}}}");
            topic.complete();
            assertThat(events.next()).isEqualTo("event: complete\ndata: ");
            assertThat(events.ends()).isTrue();
        }
    }

    @Test
    void resumesFromACursor() {
        String after = FeedCursor.of(42);
        try (TestEvents events = events(
                "subscription { counted(topic: \"" + name + "\", after: \"" + after + "\") { since through } }")) {
            assertThat(events.next())
                    .isEqualTo("event: next\ndata: {\"data\":{\"counted\":{\"since\":42,\"through\":100}}}");
        }
    }

    @Test
    void endsWhenTheClientGoes() {
        try (TestEvents events = events("subscription { counted(topic: \"" + name + "\") { through } }")) {
            assertThat(events.status()).isEqualTo(200);
            topic.awaitListeners(1);
        }
        Awaiting.until(() -> {
            topic.commit();
            return topic.isUnheard();
        });
    }

    @Test
    void answersAQueryWithOneNext() {
        try (TestEvents events = events("{ __typename }")) {
            assertThat(events.next()).startsWith("event: next\ndata: {\"data\":{\"__typename\":\"Query\"}");
            assertThat(events.next()).isEqualTo("event: complete\ndata: ");
            assertThat(events.ends()).isTrue();
        }
    }

    @Test
    void tellsWhatIsWrongInANext() {
        try (TestEvents events = events("subscription { nothing }")) {
            assertThat(events.status()).isEqualTo(200);
            assertThat(events.next())
                    .startsWith("event: next\ndata: {\"errors\":[{\"message\":")
                    .contains("BAD_USER_INPUT");
            assertThat(events.next()).isEqualTo("event: complete\ndata: ");
        }
    }

    @Test
    void endsWithARevokedKey() {
        try (TestEvents events = events("subscription { counted(topic: \"" + name + "\") { through } }")) {
            topic.awaitListeners(1);
            keys.revoke(organization.id(), Cause.TOLLGATE, key.key().id());

            assertThat(events.next()).contains("\"code\":\"UNAUTHENTICATED\"");
            assertThat(events.next()).isEqualTo("event: complete\ndata: ");
            topic.awaitListeners(0);
        }
    }

    private TestEvents events(String query) {
        return TestEvents.open(api.origin(), "Bearer " + key.secret(), query);
    }
}
