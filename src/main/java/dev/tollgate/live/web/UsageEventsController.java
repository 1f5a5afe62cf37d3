package dev.tollgate.live.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.analytics.FilterArgument;
import dev.tollgate.core.Scope;
import dev.tollgate.live.EventQuery;
import dev.tollgate.live.LiveFeed;
import dev.tollgate.live.LiveUsageEvent;
import graphql.schema.DataFetchingEnvironment;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/** {@code Subscription.usageEvents}. */
@Controller("liveUsageEventsController")
class UsageEventsController {

    private final LiveFeed feed;
    private final FilterArgument filters;

    UsageEventsController(LiveFeed feed, FilterArgument filters) {
        this.feed = feed;
        this.filters = filters;
    }

    @SubscriptionMapping
    Flux<LiveUsageEvent> usageEvents(@AuthenticationPrincipal Viewer viewer, DataFetchingEnvironment environment) {
        viewer.require(Scope.USAGE_READ);
        EventQuery query = new EventQuery(viewer.organization(), filters.of(environment.getArguments()));
        return feed.events(query, Progress.of(environment));
    }
}
