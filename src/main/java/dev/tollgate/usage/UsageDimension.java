package dev.tollgate.usage;

/** What usage can be divided by. */
public enum UsageDimension {
    /** The AI provider. */
    PROVIDER,
    /** The model. */
    MODEL,
    /** The family the model belongs to. */
    MODEL_FAMILY,
    /** The team. */
    TEAM,
    /** The project. */
    PROJECT,
    /** The cost center. */
    COST_CENTER,
    /** The feature of the product that made the call. */
    FEATURE,
    /** The environment. */
    ENVIRONMENT,
    /** The end user: kept apart from attributions, since users are many. */
    USER,
    /** The API key the event was recorded with. */
    API_KEY,
    /** The kind of request. */
    REQUEST_TYPE,
    /** The provider's service tier. */
    SERVICE_TIER
}
