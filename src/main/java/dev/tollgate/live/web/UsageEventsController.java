package dev.tollgate.live.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.analytics.FilterArgument;
import dev.tollgate.analytics.UsageSight;
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
    private final UsageSight sight;

    UsageEventsController(LiveFeed feed, FilterArgument filters, UsageSight sight) {
        this.feed = feed;
        this.filters = filters;
        this.sight = sight;
    }

    @SubscriptionMapping
    Flux<LiveUsageEvent> usageEvents(@AuthenticationPrincipal Viewer viewer, DataFetchingEnvironment environment) {
        EventQuery query =
                new EventQuery(viewer.organization(), sight.restrict(viewer, filters.of(environment.getArguments())));
        return feed.events(query, Progress.of(environment));
    }
}
