package dev.tollgate.feature.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.core.Scope;
import dev.tollgate.feature.Feature;
import dev.tollgate.feature.Features;
import dev.tollgate.organization.Organization;
import java.util.List;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Answers {@code Organization.features}. */
@Controller
class FeaturesController {

    private final Features features;

    FeaturesController(Features features) {
        this.features = features;
    }

    @SchemaMapping
    List<Feature> features(Organization organization, @AuthenticationPrincipal Viewer viewer) {
        viewer.require(Scope.CONTROL_READ);
        return features.list(organization.id());
    }
}
