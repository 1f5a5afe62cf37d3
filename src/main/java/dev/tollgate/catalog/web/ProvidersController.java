package dev.tollgate.catalog.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.catalog.ModelCapability;
import dev.tollgate.catalog.OrganizationCatalogs;
import dev.tollgate.catalog.Provider;
import dev.tollgate.graphql.Connection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

@Controller
class ProvidersController {

    private static final KeysetPage<Provider> PAGE = new KeysetPage<>(provider -> List.of(provider.name()), 1);

    private final OrganizationCatalogs catalogs;

    ProvidersController(OrganizationCatalogs catalogs) {
        this.catalogs = catalogs;
    }

    @QueryMapping
    Connection<Provider> providers(
            @Argument int first, @Argument @Nullable String after, @AuthenticationPrincipal Viewer viewer) {
        CatalogAccess.requireRead(viewer);
        return PAGE.of(catalogs.current(viewer.organization()).providers(), first, after);
    }

    @SchemaMapping
    String id(Provider provider) {
        return ProviderNodes.id(provider);
    }

    @SchemaMapping
    int modelCount(Provider provider, @AuthenticationPrincipal Viewer viewer) {
        return catalogs.known(viewer.organization()).modelCount(provider);
    }

    @SchemaMapping
    Set<ModelCapability> capabilities(Provider provider, @AuthenticationPrincipal Viewer viewer) {
        return catalogs.known(viewer.organization()).capabilities(provider);
    }
}
