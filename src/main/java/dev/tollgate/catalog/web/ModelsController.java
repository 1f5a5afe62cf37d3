package dev.tollgate.catalog.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.catalog.Model;
import dev.tollgate.catalog.OrganizationCatalog;
import dev.tollgate.catalog.OrganizationCatalogs;
import dev.tollgate.graphql.Connection;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

@Controller
class ModelsController {

    private static final KeysetPage<Model> PAGE = new KeysetPage<>(
            model -> List.of(model.ref().provider(), model.ref().model()), 2);

    private final OrganizationCatalogs catalogs;
    private final Clock clock;

    ModelsController(OrganizationCatalogs catalogs, Clock clock) {
        this.catalogs = catalogs;
        this.clock = clock;
    }

    @QueryMapping
    Connection<Model> models(
            @Argument @Nullable ModelFilter filter,
            @Argument int first,
            @Argument @Nullable String after,
            @AuthenticationPrincipal Viewer viewer) {
        CatalogAccess.requireRead(viewer);
        OrganizationCatalog catalog = catalogs.current(viewer.organization());
        List<Model> models = filter == null ? catalog.models() : filter.apply(catalog, clock.instant());
        return PAGE.of(models, first, after);
    }
}
