package dev.tollgate.catalog.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.catalog.Model;
import dev.tollgate.catalog.OrganizationCatalogs;
import dev.tollgate.catalog.PriceOverrides;
import dev.tollgate.catalog.PriceStart;
import dev.tollgate.core.Scope;
import java.time.Clock;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class RestorePriceController {

    private final PriceOverrides overrides;
    private final OrganizationCatalogs catalogs;
    private final Clock clock;

    RestorePriceController(PriceOverrides overrides, OrganizationCatalogs catalogs, Clock clock) {
        this.overrides = overrides;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    @MutationMapping
    RestorePricePayload restorePrice(@Argument RestorePriceInput input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.CONTROL_WRITE);
        PriceStart start = input.toStart(clock.instant());
        overrides.restore(viewer.organization(), authentication.cause(), start, input.expectedRevision());
        return new RestorePricePayload(
                catalogs.current(viewer.organization()).find(start.model()).orElseThrow());
    }

    /** The GraphQL type of that name. */
    record RestorePricePayload(Model model) {}
}
