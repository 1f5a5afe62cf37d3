package dev.tollgate.feature.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.core.Scope;
import dev.tollgate.feature.Feature;
import dev.tollgate.feature.Features;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code setFeature}. */
@Controller
class SetFeatureController {

    private final Features features;

    SetFeatureController(Features features) {
        this.features = features;
    }

    @MutationMapping
    Payload setFeature(@Argument SetFeatureInput input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.CONTROL_WRITE);
        return new Payload(features.set(
                viewer.organization(), authentication.cause().because(input.checkedReason()), input.toChange()));
    }

    record Payload(Feature feature) {}
}
