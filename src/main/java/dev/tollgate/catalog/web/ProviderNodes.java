package dev.tollgate.catalog.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.catalog.OrganizationCatalogs;
import dev.tollgate.catalog.Provider;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.graphql.NodeSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class ProviderNodes implements NodeSource {

    private static final String TYPE = "Provider";

    private final OrganizationCatalogs catalogs;

    ProviderNodes(OrganizationCatalogs catalogs) {
        this.catalogs = catalogs;
    }

    static String id(Provider provider) {
        return new GlobalId(TYPE, provider.name()).encode();
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Optional<Provider> find(Viewer viewer, String id) {
        if (!CatalogAccess.mayRead(viewer)) {
            return Optional.empty();
        }
        return catalogs.current(viewer.organization()).providers().stream()
                .filter(provider -> provider.name().equals(id))
                .findFirst();
    }
}
