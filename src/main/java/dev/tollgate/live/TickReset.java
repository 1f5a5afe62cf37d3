package dev.tollgate.live;

import dev.tollgate.analytics.RangeAsked;
import dev.tollgate.analytics.SliceAsked;
import dev.tollgate.analytics.SliceRequest;
import dev.tollgate.analytics.UsageSlice;
import dev.tollgate.analytics.UsageSlices;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.graphql.FeedPlace;
import dev.tollgate.graphql.Span;
import dev.tollgate.organization.Organizations;
import dev.tollgate.usage.UsageSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Answers those who come back too late: with the usage since then as the cells have it, and the place of their snapshot. */
@Component
class TickReset {

    private static final Duration FARTHEST = Duration.ofDays(31);

    private final UsageSlices slices;
    private final Organizations organizations;
    private final Duration replay;
    private final Clock clock;

    TickReset(UsageSlices slices, Organizations organizations, UsageSettings settings, Clock clock) {
        this.slices = slices;
        this.organizations = organizations;
        this.replay = settings.replay();
        this.clock = clock;
    }

    /**
     * The usage of calls that occurred since a time, at most 31 days ago.
     *
     * @param after the place that is too far back
     * @param reached the time; {@link Instant#EPOCH} when unknown: as far back as feeds remember
     */
    UsageTick tick(TickQuery query, long after, Instant reached) {
        UsageSlice slice = slices.read(
                new SliceAsked(
                        organizations.get(query.organization()),
                        new RangeAsked.Between(window(reached)),
                        query.filter()),
                SliceRequest.ofNumbers(query.by()));
        long through = Math.max(after, FeedPlace.end(slice.rolledThrough()));
        return new UsageTick(
                TickKind.RESET,
                new Span(after, through),
                new TimeWindow(slice.range().from(), slice.freshness().now()),
                slice,
                query.by(),
                slice.freshness(),
                false);
    }

    private TimeWindow window(Instant reached) {
        Instant now = clock.instant();
        Instant from = reached.equals(Instant.EPOCH) ? now.minus(replay) : reached;
        Instant earliest = now.minus(FARTHEST);
        Instant to = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        return new TimeWindow(from.isBefore(earliest) ? earliest : from.isAfter(now) ? now : from, to);
    }
}
