package dev.tollgate.analytics.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.analytics.UsageSlices;
import dev.tollgate.core.ProblemException;
import dev.tollgate.graphql.CostEstimator;
import dev.tollgate.organization.Organizations;
import graphql.GraphQLContext;
import graphql.normalized.ExecutableNormalizedField;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells how many cells a {@code usage} field will read. What its controller will refuse costs nothing. */
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
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        boolean isUsage = field.getFieldName().equals("usage")
                && field.getObjectTypeNames().contains("Organization");
        return isUsage && caller != null && caller.getPrincipal() instanceof Viewer viewer
                ? estimate(viewer, new Selected(field))
                : 0;
    }

    private long estimate(Viewer viewer, Selected usage) {
        try {
            return slices.estimateCells(
                    UsageArguments.slice(organizations.get(viewer.organization()), usage.arguments()),
                    SelectionReader.usage(usage));
        } catch (ProblemException refused) {
            return 0;
        }
    }
}
