package dev.tollgate.feature.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.feature.Features;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code POST /v1/features/decisions}: for services on their hot path, answered from memory. */
@RestController
class FeatureDecisionsController {

    private final Features features;

    FeatureDecisionsController(Features features) {
        this.features = features;
    }

    @PostMapping(path = "/v1/features/decisions", consumes = MediaType.APPLICATION_JSON_VALUE)
    FeatureDecision decide(@AuthenticationPrincipal Viewer viewer, @RequestBody JsonNode body) {
        FeatureAccess.requireDecide(viewer);
        FeatureQuestion question = FeatureQuestion.of(body);
        return FeatureDecision.of(features.decide(viewer.organization(), question.feature(), question.context()));
    }
}
