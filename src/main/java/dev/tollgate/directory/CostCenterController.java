package dev.tollgate.directory;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.graphql.Connection;
import dev.tollgate.organization.Organization;
import dev.tollgate.organization.Unit;
import dev.tollgate.organization.UnitKind;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Answers {@code Organization.costCenters} and what is done with cost centers. */
@Controller
class CostCenterController {

    private static final UnitKind KIND = UnitKind.COST_CENTER;

    private final UnitEdge units;

    CostCenterController(UnitEdge units) {
        this.units = units;
    }

    @SchemaMapping
    Connection<Unit> costCenters(
            Organization organization,
            @Argument int first,
            @Argument @Nullable String after,
            @AuthenticationPrincipal Viewer viewer) {
        return units.page(organization, KIND, first, after, viewer);
    }

    @MutationMapping
    Payload createCostCenter(@Argument UnitInputs.Create input, ViewerAuthentication authentication) {
        return new Payload(units.create(authentication, "createCostCenter", KIND, input));
    }

    @MutationMapping
    Payload updateCostCenter(@Argument UnitInputs.Update input, ViewerAuthentication authentication) {
        return new Payload(units.update(authentication, "updateCostCenter", KIND, input));
    }

    @MutationMapping
    UnitInputs.Deleted deleteCostCenter(@Argument UnitInputs.Delete input, ViewerAuthentication authentication) {
        return units.delete(authentication, "deleteCostCenter", KIND, input);
    }

    record Payload(Unit costCenter) {}
}
