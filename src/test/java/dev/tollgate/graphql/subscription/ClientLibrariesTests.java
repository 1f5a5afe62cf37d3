package dev.tollgate.graphql.subscription;

import dev.tollgate.core.Scope;
import dev.tollgate.graphql.GraphQlTools;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** The clients that everybody uses. */
@SubscriptionTest
class ClientLibrariesTests {

    private final TestApi api;
    private final TestFeed feed;
    private final String key;

    @Autowired
    ClientLibrariesTests(TestApi api, TestFeed feed, TestKeys keys, TestOrganizations organizations) {
        this.api = api;
        this.feed = feed;
        this.key = keys.secret(organizations.create().id(), Scope.USAGE_READ);
    }

    @Test
    void understandTheServer() {
        Disposable commits = Flux.interval(Duration.ofMillis(20))
                .subscribe(_ -> feed.topic("libraries").commit());
        try {
            GraphQlTools.run(
                    "subscribe",
                    Map.of(
                            "TOLLGATE_URL",
                            api.origin() + "/graphql",
                            "TOLLGATE_KEY",
                            key,
                            "TOLLGATE_TOPIC",
                            "libraries"));
        } finally {
            commits.dispose();
        }
    }
}
