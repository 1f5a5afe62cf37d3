package dev.tollgate.live.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.analytics.FilterArgument;
import dev.tollgate.analytics.UsageSight;
import dev.tollgate.core.ProblemException;
import dev.tollgate.graphql.FeedCursor;
import dev.tollgate.live.LiveFeed;
import dev.tollgate.live.TickQuery;
import dev.tollgate.live.UsageTick;
import dev.tollgate.usage.UsageDimension;
import graphql.schema.DataFetchingEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/** {@code Subscription.usageTicks}. */
@Controller
class UsageTicksController {

    private final LiveFeed feed;
    private final FilterArgument filters;
    private final UsageSight sight;

    UsageTicksController(LiveFeed feed, FilterArgument filters, UsageSight sight) {
        this.feed = feed;
        this.filters = filters;
        this.sight = sight;
    }

    @SubscriptionMapping
    Flux<UsageTick> usageTicks(@AuthenticationPrincipal Viewer viewer, DataFetchingEnvironment environment) {
        TickQuery query = new TickQuery(
                viewer.organization(),
                sight.restrict(viewer, filters.of(environment.getArguments())),
                Objects.requireNonNullElse(environment.getArgument("every"), Duration.ofSeconds(1)),
                dimension(environment.getArgument("by")));
        return feed.ticks(query, Progress.of(environment), reached(environment.getArgument("after")));
    }

    private static @Nullable UsageDimension dimension(@Nullable String by) {
        if ("TAG".equals(by)) {
            throw ProblemException.badInput("by", "Ticks cannot be divided by a tag.");
        }
        return by == null ? null : UsageDimension.valueOf(by);
    }

    private static Instant reached(@Nullable String after) {
        return after == null ? Instant.EPOCH : FeedCursor.parse(after).reached();
    }
}
