package dev.tollgate.analytics.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.analytics.RecordedEvent;
import dev.tollgate.analytics.RecordedEvents;
import dev.tollgate.analytics.UsageBreakdown;
import dev.tollgate.analytics.UsageComparison;
import dev.tollgate.analytics.UsageSight;
import dev.tollgate.analytics.UsageSlice;
import dev.tollgate.analytics.UsageSlices;
import dev.tollgate.analytics.UsageTrend;
import dev.tollgate.analytics.UserUsage;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import dev.tollgate.graphql.Connection;
import dev.tollgate.organization.Organization;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** {@code Organization.usage}, and the parts of a slice that take arguments. */
@Controller
class UsageController {

    private final UsageSlices slices;
    private final UsageSight sight;

    UsageController(UsageSlices slices, UsageSight sight) {
        this.slices = slices;
        this.sight = sight;
    }

    @SchemaMapping(typeName = "Organization", field = "usage")
    UsageSlice usage(
            Organization organization, @AuthenticationPrincipal Viewer viewer, DataFetchingEnvironment environment) {
        sight.require(viewer);
        if (!viewer.organization().equals(organization.id())) {
            throw ProblemException.of(ErrorCode.NOT_FOUND, "There is no such organization.");
        }
        return RequestSlices.of(environment)
                .get(
                        slices,
                        UsageArguments.slice(organization, arguments(environment)),
                        asked -> sight.restrict(viewer, asked));
    }

    @SchemaMapping(typeName = "Usage", field = "trend")
    UsageTrend trend(UsageSlice slice, DataFetchingEnvironment environment) {
        Arguments arguments = arguments(environment);
        return slice.trend(UsageArguments.trend(arguments), arguments.metric("metric"));
    }

    @SchemaMapping(typeName = "Usage", field = "breakdown")
    UsageBreakdown breakdown(UsageSlice slice, DataFetchingEnvironment environment) {
        return slice.breakdown(UsageArguments.breakdown(arguments(environment)));
    }

    @SchemaMapping(typeName = "Usage", field = "comparison")
    UsageComparison comparison(UsageSlice slice, DataFetchingEnvironment environment) {
        return slice.comparison(UsageArguments.baseline(arguments(environment)));
    }

    @SchemaMapping(typeName = "Usage", field = "topUsers")
    List<UserUsage> topUsers(UsageSlice slice, DataFetchingEnvironment environment) {
        Arguments arguments = arguments(environment);
        return slice.topUsers(arguments.metric("orderBy"), UsageArguments.rows(arguments));
    }

    @SchemaMapping(typeName = "Usage", field = "events")
    Connection<RecordedEvent> events(UsageSlice slice, DataFetchingEnvironment environment) {
        Arguments arguments = arguments(environment);
        RecordedEvents page = slice.events(UsageArguments.events(arguments));
        return Connection.of(
                page.events(),
                event -> event.position().cursor(),
                arguments.has("after"),
                page.hasMore(),
                page.total());
    }

    static Arguments arguments(DataFetchingEnvironment environment) {
        return new Arguments(environment.getArguments());
    }
}
