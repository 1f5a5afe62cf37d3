package dev.tollgate.catalog.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.catalog.Model;
import dev.tollgate.catalog.OrganizationCatalog;
import dev.tollgate.catalog.OrganizationCatalogs;
import dev.tollgate.catalog.OwnPrice;
import dev.tollgate.catalog.PriceOverrides;
import dev.tollgate.catalog.PricePeriod;
import dev.tollgate.catalog.PriceVersionId;
import dev.tollgate.core.Scope;
import java.time.Clock;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class OverridePriceController {

    private final PriceOverrides overrides;
    private final OrganizationCatalogs catalogs;
    private final Clock clock;

    OverridePriceController(PriceOverrides overrides, OrganizationCatalogs catalogs, Clock clock) {
        this.overrides = overrides;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    @MutationMapping
    OverridePricePayload overridePrice(@Argument OverridePriceInput input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.CONTROL_WRITE);
        OwnPrice price = input.toPrice(clock.instant());
        PriceVersionId id =
                overrides.add(viewer.organization(), authentication.cause(), price, input.expectedRevision());
        OrganizationCatalog catalog = catalogs.current(viewer.organization());
        Model model = catalog.find(price.model()).orElseThrow();
        PricePeriod added = catalog.prices(model).stream()
                .filter(period -> period.version().id().equals(id))
                .findFirst()
                .orElseThrow();
        return new OverridePricePayload(model, ModelPrice.of(added));
    }

    /** The GraphQL type of that name. */
    record OverridePricePayload(Model model, ModelPrice price) {}
}
