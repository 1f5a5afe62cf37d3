package dev.tollgate.catalog.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.catalog.Model;
import dev.tollgate.catalog.ModelCapability;
import dev.tollgate.catalog.OrganizationCatalog;
import dev.tollgate.catalog.OrganizationCatalogs;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** The fields of a model. Prices come from memory, where the query that found the model has brought them up to date. */
@Controller
@SchemaMapping(typeName = "Model")
class ModelController {

    private final OrganizationCatalogs catalogs;
    private final Clock clock;

    ModelController(OrganizationCatalogs catalogs, Clock clock) {
        this.catalogs = catalogs;
        this.clock = clock;
    }

    @SchemaMapping
    String id(Model model) {
        return ModelNodes.id(model);
    }

    @SchemaMapping
    String provider(Model model) {
        return model.ref().provider();
    }

    @SchemaMapping
    String name(Model model) {
        return model.ref().model();
    }

    @SchemaMapping
    @Nullable
    String family(Model model) {
        return model.family();
    }

    @SchemaMapping
    List<ModelCapability> capabilities(Model model) {
        return model.capabilities().stream().sorted().toList();
    }

    @SchemaMapping
    @Nullable
    ModelPrice price(Model model, @AuthenticationPrincipal Viewer viewer) {
        return catalog(viewer).price(model, clock.instant()).map(ModelPrice::of).orElse(null);
    }

    @SchemaMapping
    List<ModelPrice> prices(Model model, @AuthenticationPrincipal Viewer viewer) {
        return catalog(viewer).prices(model).stream().map(ModelPrice::of).toList();
    }

    @SchemaMapping
    int ownPriceRevision(Model model, @AuthenticationPrincipal Viewer viewer) {
        return catalog(viewer).ownRevision(model);
    }

    private OrganizationCatalog catalog(Viewer viewer) {
        return catalogs.known(viewer.organization());
    }
}
