package dev.tollgate.feature.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.core.Scope;
import dev.tollgate.feature.Feature;
import dev.tollgate.feature.Features;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.graphql.NodeSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the organization's features for those who may read settings. */
@Component
class FeatureNodes implements NodeSource {

    private static final String TYPE = "Feature";

    private final Features features;

    FeatureNodes(Features features) {
        this.features = features;
    }

    static String id(Feature feature) {
        return new GlobalId(TYPE, feature.name()).encode();
    }

    @Override
    public String type() {
        return TYPE;
    }

    /** The id comes from outside: what PostgreSQL cannot store is no feature's name. */
    @Override
    public Optional<Feature> find(Viewer viewer, String id) {
        return viewer.may(Scope.CONTROL_READ) && id.indexOf(0) < 0
                ? features.find(viewer.organization(), id)
                : Optional.empty();
    }
}
