package dev.tollgate.feature.web;

import dev.tollgate.feature.Feature;
import dev.tollgate.feature.FeatureRule;
import dev.tollgate.feature.FeatureState;
import dev.tollgate.feature.ScheduledChange;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Maps features, their rules and their changes to come. */
@Controller
class FeatureController {

    @SchemaMapping
    String id(Feature feature) {
        return FeatureNodes.id(feature);
    }

    @SchemaMapping
    @Nullable
    Integer rolloutPercent(Feature feature) {
        return feature.availability().rolloutPercent();
    }

    @SchemaMapping(typeName = "FeatureRule", field = "rolloutPercent")
    @Nullable
    Integer ruleRolloutPercent(FeatureRule rule) {
        return rule.availability().rolloutPercent();
    }

    @SchemaMapping(typeName = "FeatureScheduleEntry")
    FeatureState state(ScheduledChange change) {
        return change.availability().state();
    }

    @SchemaMapping(typeName = "FeatureScheduleEntry", field = "rolloutPercent")
    @Nullable
    Integer changeRolloutPercent(ScheduledChange change) {
        return change.availability().rolloutPercent();
    }
}
