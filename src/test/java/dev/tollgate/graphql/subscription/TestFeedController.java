package dev.tollgate.graphql.subscription;

import dev.tollgate.access.Viewer;
import dev.tollgate.core.Scope;
import dev.tollgate.graphql.SubscriptionProgress;
import graphql.GraphQLContext;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

@Controller
@TestComponent
class TestFeedController {

    private final TestFeed feed;

    TestFeedController(TestFeed feed) {
        this.feed = feed;
    }

    @SubscriptionMapping
    Flux<TestFeed.Counted> counted(
            @Argument String topic, @AuthenticationPrincipal Viewer viewer, GraphQLContext context) {
        viewer.require(Scope.USAGE_READ);
        SubscriptionProgress progress = context.get(SubscriptionProgress.class);
        return feed.topic(topic).counted(progress);
    }

    @SubscriptionMapping
    Flux<TestFeed.Notice> noticed(@Argument String topic) {
        return feed.topic(topic).noticed();
    }
}
