package dev.tollgate.feature.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.core.Scope;
import dev.tollgate.feature.FeatureChange;
import dev.tollgate.feature.FeaturePreview;
import dev.tollgate.feature.FeaturePreviews;
import dev.tollgate.feature.FeatureState;
import dev.tollgate.organization.Organizations;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Answers {@code featurePreview}. */
@Controller
class FeaturePreviewController {

    private final FeaturePreviews previews;
    private final Organizations organizations;

    FeaturePreviewController(FeaturePreviews previews, Organizations organizations) {
        this.previews = previews;
        this.organizations = organizations;
    }

    @QueryMapping
    FeaturePreview featurePreview(
            @Argument Input input, @Argument Duration last, @AuthenticationPrincipal Viewer viewer) {
        viewer.require(Scope.CONTROL_READ);
        viewer.require(Scope.USAGE_READ);
        return previews.preview(organizations.get(viewer.organization()), input.toChange(), last);
    }

    /** The GraphQL input {@code FeaturePreviewInput}. */
    record Input(
            String name,
            FeatureState state,
            @Nullable Integer rolloutPercent,
            ArgumentValue<List<FeatureRuleInput>> rules) {

        private FeatureChange toChange() {
            Optional<List<FeatureRuleInput>> given = rules.isOmitted()
                    ? Optional.empty()
                    : Optional.of(Objects.requireNonNullElse(rules.value(), List.of()));
            return new FeatureChange(
                    name,
                    state,
                    rolloutPercent,
                    Optional.empty(),
                    given.map(FeatureRuleInput::toRules),
                    Optional.of(List.of()),
                    null);
        }
    }
}
