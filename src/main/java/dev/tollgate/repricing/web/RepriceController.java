package dev.tollgate.repricing.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.analytics.TimeRanges;
import dev.tollgate.core.Scope;
import dev.tollgate.organization.Organizations;
import dev.tollgate.repricing.Repricing;
import java.math.BigDecimal;
import java.time.ZoneId;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** The mutation {@code reprice}. */
@Controller
class RepriceController {

    /** The GraphQL type of the same name. */
    record RepricePayload(long examined, long repriced, BigDecimal costDifference) {}

    private final Repricing repricing;
    private final TimeRanges ranges;
    private final Organizations organizations;

    RepriceController(Repricing repricing, TimeRanges ranges, Organizations organizations) {
        this.repricing = repricing;
        this.ranges = ranges;
        this.organizations = organizations;
    }

    @MutationMapping
    RepricePayload reprice(@Argument RepriceInput input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.CONTROL_WRITE);
        ZoneId zone = organizations.get(viewer.organization()).timeZone();
        Repricing.Outcome outcome = repricing.reprice(
                viewer.organization(),
                authentication.cause(),
                ranges.resolve(input.range().asked(), zone));
        return new RepricePayload(
                outcome.examined(), outcome.repriced(), outcome.difference().amount());
    }
}
