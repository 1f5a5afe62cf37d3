package dev.tollgate.catalog.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.catalog.Model;
import dev.tollgate.catalog.OrganizationCatalogs;
import dev.tollgate.core.ModelRef;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.graphql.NodeSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class ModelNodes implements NodeSource {

    private static final String TYPE = "Model";

    private final OrganizationCatalogs catalogs;

    ModelNodes(OrganizationCatalogs catalogs) {
        this.catalogs = catalogs;
    }

    /** The global id: no provider's name has a slash, so that the first one ends it. */
    static String id(Model model) {
        return new GlobalId(TYPE, model.ref().provider() + "/" + model.ref().model()).encode();
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Optional<Model> find(Viewer viewer, String id) {
        String[] parts = id.split("/", 2);
        if (!CatalogAccess.mayRead(viewer) || parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
            return Optional.empty();
        }
        ModelRef ref = new ModelRef(parts[0], parts[1]);
        return catalogs.current(viewer.organization())
                .find(ref)
                .filter(model -> model.ref().equals(ref));
    }
}
