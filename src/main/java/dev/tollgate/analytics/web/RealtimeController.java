package dev.tollgate.analytics.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.analytics.RangeAsked;
import dev.tollgate.analytics.Realtime;
import dev.tollgate.analytics.SliceAsked;
import dev.tollgate.analytics.SliceFilter;
import dev.tollgate.analytics.SliceRequest;
import dev.tollgate.analytics.UsageSight;
import dev.tollgate.analytics.UsageSlice;
import dev.tollgate.analytics.UsageSlices;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.graphql.FeedCursor;
import dev.tollgate.graphql.FeedPlace;
import dev.tollgate.organization.Organization;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** {@code Organization.realtime}, and where a slice stands in the live feed. */
@Controller
class RealtimeController {

    private static final int LONGEST = 60;

    private final UsageSlices slices;
    private final UsageSight sight;
    private final Clock clock;

    RealtimeController(UsageSlices slices, UsageSight sight, Clock clock) {
        this.slices = slices;
        this.sight = sight;
        this.clock = clock;
    }

    @SchemaMapping(typeName = "Organization", field = "realtime")
    Realtime realtime(
            Organization organization,
            @AuthenticationPrincipal Viewer viewer,
            @Argument int windowMinutes,
            DataFetchingEnvironment environment) {
        SliceFilter visible = sight.restrict(viewer, SliceFilter.ALL);
        if (!viewer.organization().equals(organization.id())) {
            throw ProblemException.of(ErrorCode.NOT_FOUND, "There is no such organization.");
        }
        if (windowMinutes < 1 || windowMinutes > LONGEST) {
            throw ProblemException.badInput("windowMinutes", "A window has 1 to " + LONGEST + " minutes.");
        }
        SliceAsked asked = new SliceAsked(organization, new RangeAsked.Between(window(windowMinutes)), visible);
        return new Realtime(slices.read(asked, request(environment.getSelectionSet())));
    }

    @SchemaMapping(typeName = "Usage", field = "liveCursor")
    String liveCursor(UsageSlice slice) {
        return FeedCursor.of(
                FeedPlace.end(slice.rolledThrough()), slice.freshness().now());
    }

    private static SliceRequest request(DataFetchingFieldSelectionSet selected) {
        return Realtime.request(
                selected.containsAnyOf("byModel", "byFeature"),
                selected.containsAnyOf("**/p50Ms", "**/p95Ms", "**/p99Ms", "**/percentileMs", "**/activeUsers"));
    }

    /** Whole minutes, and the running one. */
    private TimeWindow window(int minutes) {
        Instant running = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return new TimeWindow(running.minus(minutes, ChronoUnit.MINUTES), running.plus(1, ChronoUnit.MINUTES));
    }
}
