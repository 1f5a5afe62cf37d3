package dev.tollgate.feature.web;

import dev.tollgate.core.ProblemException;
import dev.tollgate.feature.FeatureContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What {@code POST /v1/features/decisions} is sent. */
record FeatureQuestion(String feature, FeatureContext context) {

    private static final Set<String> FIELDS = Set.of("feature", "user", "team", "session", "environment");

    /** Reads a body; rejects what is missing, of another type or unknown, naming the field. */
    static FeatureQuestion of(JsonNode body) {
        if (!body.isObject()) {
            throw ProblemException.badInput("feature", "The body must be a JSON object with a feature.");
        }
        body.propertyNames().stream()
                .filter(name -> !FIELDS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw ProblemException.badInput(name, "There is no such field.");
                });
        FeatureContext context = new FeatureContext(
                text(body, "user"), text(body, "team"), text(body, "session"), text(body, "environment"));
        return new FeatureQuestion(name(text(body, "feature")), context);
    }

    /** The name without white space around it, as events name it. */
    static String name(@Nullable String feature) {
        if (feature == null || feature.isBlank()) {
            throw ProblemException.badInput("feature", "A feature must be named.");
        }
        return feature.strip();
    }

    private static @Nullable String text(JsonNode body, String field) {
        JsonNode value = body.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw ProblemException.badInput(field, "It must be a string.");
        }
        return value.stringValue();
    }
}
