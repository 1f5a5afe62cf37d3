package dev.tollgate.usage;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a call is attributed to: one distinct combination of dimensions and tags. Null is not attributed. The user is not part
 * of it.
 *
 * @param provider the AI provider
 * @param model the model, as sent
 * @param modelFamily the family the model belongs to
 * @param team the team
 * @param project the project
 * @param costCenter the cost center
 * @param feature the feature of the product
 * @param environment the environment
 * @param apiKey the id of the API key the event was recorded with
 * @param requestType the kind of request
 * @param serviceTier the provider's service tier; null is the default one
 * @param tags tag values by name
 */
public record Attribution(
        String provider,
        String model,
        @Nullable String modelFamily,
        @Nullable String team,
        @Nullable String project,
        @Nullable String costCenter,
        @Nullable String feature,
        @Nullable String environment,
        @Nullable String apiKey,
        RequestType requestType,
        @Nullable String serviceTier,
        SortedMap<String, String> tags) {

    /** The value of a dimension; null when not attributed. The user is not known here. */
    public @Nullable String value(UsageDimension dimension) {
        return switch (dimension) {
            case PROVIDER -> provider;
            case MODEL -> model;
            case MODEL_FAMILY -> modelFamily;
            case TEAM -> team;
            case PROJECT -> project;
            case COST_CENTER -> costCenter;
            case FEATURE -> feature;
            case ENVIRONMENT -> environment;
            case API_KEY -> apiKey;
            case REQUEST_TYPE -> requestType.name();
            case SERVICE_TIER -> serviceTier;
            case USER -> throw new IllegalArgumentException("the user is not part of an attribution");
        };
    }
}
