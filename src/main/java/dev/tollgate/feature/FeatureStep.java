package dev.tollgate.feature;

import dev.tollgate.audit.AuditedAction;
import dev.tollgate.audit.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a feature becoming the next.
 *
 * @param name what the audit log calls it
 */
record FeatureStep(String name, Cause cause, Feature before, Feature after) {

    /** The steps that a feature's schedule has made by now. */
    static List<FeatureStep> due(Feature feature, Instant now) {
        List<FeatureStep> steps = new ArrayList<>();
        Feature reached = feature;
        for (ScheduledChange change : feature.due(now)) {
            Feature next = reached.reach(change);
            steps.add(new FeatureStep("featureSchedule", Cause.TOLLGATE, reached, next));
            reached = next;
        }
        return steps;
    }

    AuditedAction action() {
        AuditedAction.Target target = new AuditedAction.Target("Feature", after.name());
        return new AuditedAction(name, target, before.declared() ? fields(before) : null, fields(after));
    }

    private static Map<String, ?> fields(Feature feature) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("state", feature.state());
        fields.put("rolloutPercent", feature.availability().rolloutPercent());
        fields.put("message", feature.message());
        fields.put("rules", feature.rules());
        fields.put("schedule", feature.schedule());
        fields.put("version", feature.version());
        return fields;
    }
}
