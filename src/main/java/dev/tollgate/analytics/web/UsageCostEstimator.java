package dev.tollgate.analytics.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.analytics.SliceAsked;
import dev.tollgate.analytics.UsageMetric;
import dev.tollgate.analytics.UsageSlices;
import dev.tollgate.core.ProblemException;
import dev.tollgate.graphql.CostEstimator;
import dev.tollgate.organization.Organizations;
import graphql.GraphQLContext;
import graphql.normalized.ExecutableNormalizedField;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongBiFunction;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells how many cells a {@code usage} field will read, and how long its lists are. What will be refused costs nothing. */
@Component
class UsageCostEstimator implements CostEstimator {

    private final UsageSlices slices;
    private final Organizations organizations;

    UsageCostEstimator(UsageSlices slices, Organizations organizations) {
        this.slices = slices;
        this.organizations = organizations;
    }

    @Override
    public long estimateCells(ExecutableNormalizedField field, GraphQLContext context) {
        return new Selected(field).isOf("Organization", "usage")
                ? estimate(
                        new Selected(field),
                        (asked, usage) -> slices.estimateCells(asked, SelectionReader.usage(usage)))
                : 0;
    }

    @Override
    public OptionalLong estimateRows(ExecutableNormalizedField field, GraphQLContext context) {
        Selected list = new Selected(field);
        if (list.isOf("UsageTrend", "points")) {
            return OptionalLong.of(points(list.parent()));
        }
        if (list.isOf("UsageComparison", "changes")) {
            return OptionalLong.of(UsageMetric.values().length);
        }
        return list.isOf("UsageBreakdownRow", "keys") || list.isOf("ComparisonRow", "keys")
                ? OptionalLong.of(values(list))
                : OptionalLong.empty();
    }

    /** As many as the breakdown that the row is of has dimensions. */
    private static int values(Selected keys) {
        Selected breakdown = keys;
        while (!breakdown.arguments().has("by")) {
            breakdown = breakdown.parent();
        }
        return breakdown.arguments().texts("by").size() + (breakdown.arguments().has("tag") ? 1 : 0);
    }

    private long points(Selected trend) {
        return estimate(
                trend.parent(), (asked, _) -> slices.countPoints(asked, UsageArguments.trend(trend.arguments())));
    }

    private long estimate(Selected usage, ToLongBiFunction<SliceAsked, Selected> estimate) {
        try {
            return viewer().map(
                            viewer -> UsageArguments.slice(organizations.get(viewer.organization()), usage.arguments()))
                    .map(asked -> estimate.applyAsLong(asked, usage))
                    .orElse(0L);
        } catch (ProblemException refused) {
            return 0;
        }
    }

    private static Optional<Viewer> viewer() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(Viewer.class::isInstance)
                .map(Viewer.class::cast);
    }
}
