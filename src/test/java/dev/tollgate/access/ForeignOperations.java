package dev.tollgate.access;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every field of the schema's roots, tried with what belongs to another organization. */
final class ForeignOperations {

    private static final String NODE = "query($id: ID!) { node(id: $id) { __typename id } }";
    private static final String ORGANIZATION = "query($slug: String) { organization(slug: $slug) { id slug name } }";
    private static final String VIEWER = """
            query($keys: String) { viewer { user { id } apiKey { name } organization {
              name apiKeys(first: 100, after: $keys) { totalCount nodes { id name prefix } } } } }""";
    private static final String USAGE = """
            query($filter: UsageFilter, $tag: String!) { organization {
              usage(range: {last: "P30D"}, filter: $filter) {
                metrics { requests cost activeUsers activeModels activeFeatures }
                breakdown(by: [MODEL, USER, TEAM, API_KEY]) { rows { nodes { keys { value label } } } }
                tagged: breakdown(by: [], tag: $tag) { rows { nodes { keys { value label } } } }
                comparison { rows(by: [PROVIDER, FEATURE]) { keys { value label } } }
                topUsers { user }
                events(first: 100) { totalCount nodes { id model user tags { name value } } } } } }""";
    private static final String EVENTS = """
            query($after: String) { organization { usage(range: {last: "P30D"}) {
              metrics { requests } events(after: $after) { totalCount nodes { id } } } } }""";
    private static final String MODELS = """
            query($filter: ModelFilter) { models(filter: $filter) {
              totalCount nodes { id name prices { inputPerMillion } } } }""";
    private static final String PROVIDERS =
            "{ providers(first: 100) { pageInfo { hasNextPage } nodes { id name modelCount } } }";
    private static final String RECORD =
            "mutation($event: UsageEventInput!) { recordUsage(events: [$event]) { accepted duplicates } }";
    private static final String CREATE_KEY = """
            mutation { createApiKey(input: {name: "mine", scopes: [USAGE_READ]}) { apiKey { name } } }""";
    private static final String REVOKE_KEY =
            "mutation($id: ID!) { revokeApiKey(input: {id: $id}) { apiKey { id name } } }";
    private static final String PRICE = """
            mutation($model: String!) { overridePrice(input: {provider: $model, model: $model, inputPerMillion: 1,
                outputPerMillion: 1, effectiveFrom: "2020-01-01T00:00:00Z", expectedRevision: 0}) {
              price { revision } model { prices { revision inputPerMillion } } } }""";
    private static final String REPRICE =
            "mutation { reprice(input: {range: {last: \"P30D\"}}) { examined repriced costDifference } }";

    private static final String FEATURES = "{ organization { features { id name message version } } }";
    private static final String DECIDE = """
            query($feature: String!) { featureDecision(feature: $feature, context: {user: $feature}) {
              enabled reason message } }""";
    private static final String PREVIEW = """
            query($feature: String!) { featurePreview(input: {name: $feature, state: OFF}) {
              total { requests users cost } byEnvironment { value } byTeam { value } } }""";
    private static final String SET_FEATURE = """
            mutation($feature: String!) { setFeature(input: {name: $feature, state: ON, expectedVersion: 0}) {
              feature { state message version rules { user } } } }""";

    private ForeignOperations() {}

    /** At least one operation a field. */
    static List<ForeignOperation> on(Victim victim) {
        return Stream.of(queries(victim), nodes(victim), mutations(victim))
                .flatMap(List::stream)
                .toList();
    }

    private static List<ForeignOperation> queries(Victim victim) {
        String marker = victim.marker();
        Map<String, ?> theirKey = Map.of("filter", Map.of("apiKey", List.of(victim.keyId())), "tag", marker);
        Map<String, ?> theirUser = Map.of("filter", Map.of("user", List.of(marker)), "tag", marker);
        return List.of(
                operation("Query.viewer", VIEWER, Map.of(), "\"totalCount\":1"),
                operation("Query.viewer", VIEWER, Map.of("keys", victim.keyCursor()), "\"totalCount\":1"),
                operation("Query.organization", ORGANIZATION, Map.of("slug", victim.slug()), "NOT_FOUND"),
                operation("Query.organization", ORGANIZATION, Map.of("slug", victim.id()), "NOT_FOUND"),
                operation("Query.organization", USAGE, Map.of("tag", marker), "\"requests\":0"),
                operation("Query.organization", USAGE, theirKey, "\"totalCount\":0"),
                operation("Query.organization", USAGE, theirUser, "\"totalCount\":0"),
                operation("Query.organization", EVENTS, Map.of("after", victim.eventCursor()), "\"totalCount\":0"),
                operation("Query.providers", PROVIDERS, Map.of(), "\"openai\""),
                operation("Query.organization", FEATURES, Map.of(), "\"features\":[]"),
                operation("Query.featureDecision", DECIDE, Map.of("feature", marker), "UNKNOWN"),
                operation("Query.featurePreview", PREVIEW, Map.of("feature", marker), "\"requests\":0"),
                operation("Query.models", MODELS, Map.of("filter", Map.of("search", marker)), "\"totalCount\":0"),
                operation(
                        "Query.models",
                        MODELS,
                        Map.of("filter", Map.of("provider", List.of(marker))),
                        "\"totalCount\":0"));
    }

    private static List<ForeignOperation> nodes(Victim victim) {
        return victim.globalIds().stream()
                .map(id -> operation("Query.node", NODE, Map.of("id", id), "\"node\":null"))
                .toList();
    }

    private static List<ForeignOperation> mutations(Victim victim) {
        return List.of(
                operation("Mutation.recordUsage", RECORD, Map.of("event", victim.event()), "\"accepted\":1"),
                operation("Mutation.createApiKey", CREATE_KEY, Map.of(), "\"mine\""),
                operation("Mutation.revokeApiKey", REVOKE_KEY, Map.of("id", victim.keyId()), "NOT_FOUND"),
                operation("Mutation.overridePrice", PRICE, Map.of("model", victim.marker()), "\"revision\":1"),
                operation("Mutation.setFeature", SET_FEATURE, Map.of("feature", victim.marker()), "\"version\":1"),
                operation("Mutation.reprice", REPRICE, Map.of(), "\"examined\":0"));
    }

    private static ForeignOperation operation(String field, String document, Map<String, ?> variables, String answer) {
        return new ForeignOperation(field, document, variables, answer);
    }
}
