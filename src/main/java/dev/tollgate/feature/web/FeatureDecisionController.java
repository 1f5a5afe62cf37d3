package dev.tollgate.feature.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.feature.FeatureContext;
import dev.tollgate.feature.Features;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Answers {@code featureDecision}. */
@Controller
class FeatureDecisionController {

    private final Features features;

    FeatureDecisionController(Features features) {
        this.features = features;
    }

    @QueryMapping
    FeatureDecision featureDecision(
            @Argument String feature,
            @Argument @Nullable FeatureContextInput context,
            @AuthenticationPrincipal Viewer viewer) {
        FeatureAccess.requireDecide(viewer);
        FeatureContext asked = context == null ? FeatureContext.NOBODY : context.toContext();
        return FeatureDecision.of(features.decide(viewer.organization(), FeatureQuestion.name(feature), asked));
    }

    /** The GraphQL input of that name. */
    record FeatureContextInput(
            @Nullable String user,
            @Nullable String team,
            @Nullable String session,
            @Nullable String environment) {

        private FeatureContext toContext() {
            return new FeatureContext(user, team, session, environment);
        }
    }
}
