package dev.tollgate.access;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Fields of the schema's roots, tried with what belongs to another organization. */
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
            "{ providers(first: 100) { pageInfo { hasNextPage } nodes { id name modelCount capabilities } } }";
    private static final String RECORD =
            "mutation($event: UsageEventInput!) { recordUsage(events: [$event]) { accepted duplicates } }";
    private static final String CREATE_KEY = """
            mutation { createApiKey(input: {name: "mine", scopes: [USAGE_READ]}) { apiKey { name } } }""";
    private static final String ROTATE_KEY =
            "mutation($id: ID!) { rotateApiKey(input: {id: $id}) { secret apiKey { id name } } }";
    private static final String REVOKE_KEY =
            "mutation($id: ID!) { revokeApiKey(input: {id: $id}) { apiKey { id name } } }";
    private static final String PRICE = """
            mutation($model: String!) { overridePrice(input: {provider: $model, model: $model, inputPerMillion: 1,
                outputPerMillion: 1, effectiveFrom: "2020-01-01T00:00:00Z", expectedRevision: 0}) {
              price { revision } model { prices { revision inputPerMillion } } } }""";
    private static final String RESTORE_PRICE = """
            mutation($model: String!) { restorePrice(input: {provider: $model, model: $model}) {
              model { id name prices { revision inputPerMillion } } } }""";
    private static final String REPRICE =
            "mutation { reprice(input: {range: {last: \"P30D\"}}) { examined repriced costDifference } }";

    private static final String QUOTAS = """
            query($after: String) { organization { quotas(first: 100, after: $after) {
              totalCount nodes { id name utilization { usedPercent } } } } }""";
    private static final String QUOTA_CHECK = """
            query($context: QuotaContextInput!) { quotaCheck(context: $context) {
              allowed refusedBy { name } quotas { id name } } }""";
    private static final String CREATE_QUOTA = """
            mutation($scope: QuotaScopeInput!) { createQuota(input: {name: "mine", scope: $scope,
              limits: {requests: 1}, period: HOURLY}) { quota { name utilization { usedPercent } } } }""";
    private static final String UPDATE_QUOTA =
            "mutation($id: ID!) { updateQuota(input: {id: $id, name: \"mine\"}) { quota { id name } } }";
    private static final String DELETE_QUOTA =
            "mutation($id: ID!) { deleteQuota(input: {id: $id}) { deletedQuotaId } }";
    private static final String OVERRIDE_QUOTA =
            "mutation($id: ID!) { overrideQuota(input: {id: $id}) { quota { id name } } }";
    private static final String INVITE = """
            mutation { inviteMember(input: {email: "new@example.com"}) { invitation { email } } }""";
    private static final String REVOKE_INVITATION =
            "mutation($id: ID!) { revokeInvitation(input: {id: $id}) { invitation { email } } }";
    private static final String ACCEPT =
            "mutation($id: String!) { acceptInvitation(input: {token: $id}) { organization { name } } }";
    private static final String ROLE = """
            mutation($id: ID!) { changeMemberRole(input: {userId: $id, role: MEMBER}) { member { user { name } } } }""";
    private static final String REMOVE = "mutation($id: ID!) { removeMember(input: {userId: $id}) { userId } }";
    private static final String SUSPEND =
            "mutation($id: ID!) { suspendUser(input: {userId: $id}) { member { role } } }";
    private static final String REINSTATE =
            "mutation($id: ID!) { reinstateUser(input: {userId: $id}) { member { role } } }";
    private static final String DELETE = "mutation($id: ID!) { deleteUser(input: {userId: $id}) { userId } }";
    private static final String RESET = "mutation($id: ID!) { createPasswordReset(input: {userId: $id}) { token } }";
    private static final String PASSWORD = """
            mutation { changePassword(input: {currentPassword: "x", newPassword: "123456789012"}) { user { id } } }""";
    private static final String PROFILE = "mutation { updateProfile(input: {name: \"x\"}) { user { id } } }";
    private static final String PREFERENCES =
            "mutation { updatePreferences(input: {locale: \"de\"}) { preferences { locale } } }";
    private static final String SIGN_OUT = "mutation { signOutEverywhere { user { id } } }";
    private static final String SWITCH =
            "mutation($slug: String!) { switchOrganization(input: {slug: $slug}) { organization { name } } }";
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

    private static final String CREDENTIALS = """
            { organization { providerCredentials { id provider { name } baseUrl } } }""";
    private static final String ADD_CREDENTIAL = """
            mutation($provider: String!) { addProviderCredential(input: {provider: $provider, secret: "sk-0123456789"}) {
              providerCredential { id } } }""";
    private static final String VALIDATE_CREDENTIAL =
            "mutation($id: ID!) { validateProviderCredential(input: {id: $id}) { providerCredential { id } } }";
    private static final String ROTATE_CREDENTIAL = """
            mutation($id: ID!) { rotateProviderCredential(input: {id: $id, secret: "sk-0123456789"}) {
              providerCredential { id } } }""";
    private static final String UPDATE_CREDENTIAL = """
            mutation($id: ID!) { updateProviderCredential(input: {id: $id, status: DISABLED}) {
              providerCredential { id } } }""";
    private static final String REMOVE_CREDENTIAL = """
            mutation($id: ID!) { removeProviderCredential(input: {id: $id}) { removedProviderCredentialId } }""";
    private static final String ALERTS = """
            query($rules: String, $destinations: String, $deliveries: String) { organization {
              alertRules(after: $rules) { totalCount nodes { id name } } alerts { totalCount nodes { id rule } }
              alertDestinations(after: $destinations) { nodes { id name address } }
              alertDeliveries(after: $deliveries) { nodes { id destinationName } } } }""";
    private static final String CREATE_RULE = """
            mutation($ids: [ID!]) { createAlertRule(input: {name: "mine", destinationIds: $ids, condition: {
              budgetForecast: {amount: 1}}}) { alertRule { id name } } }""";
    private static final String UPDATE_RULE =
            "mutation($id: ID!) { updateAlertRule(input: {id: $id, name: \"mine\"}) { alertRule { id name } } }";
    private static final String DELETE_RULE =
            "mutation($id: ID!) { deleteAlertRule(input: {id: $id}) { deletedAlertRuleId } }";
    private static final String SNOOZE_RULE =
            "mutation($id: ID!) { snoozeAlertRule(input: {id: $id}) { alertRule { id name } } }";
    private static final String RESOLVE_ALERT =
            "mutation($id: ID!) { resolveAlert(input: {id: $id}) { alert { id rule } } }";
    private static final String CREATE_DESTINATION = """
            mutation { createAlertDestination(input: {name: "mine", target: {webhook: {url: "https://example.com"}}}) {
              alertDestination { name } } }""";
    private static final String UPDATE_DESTINATION = """
            mutation($id: ID!) { updateAlertDestination(input: {id: $id, rotateSecret: true}) {
              secret alertDestination { id name } } }""";
    private static final String DELETE_DESTINATION =
            "mutation($id: ID!) { deleteAlertDestination(input: {id: $id}) { deletedAlertDestinationId } }";
    private static final String TEST_DESTINATION =
            "mutation($id: ID!) { testAlertDestination(input: {id: $id}) { delivery { id destinationName } } }";
    private static final String REPLAY_DELIVERY =
            "mutation($id: ID!) { replayAlertDelivery(input: {id: $id}) { delivery { id destinationName } } }";

    private static final String PLATFORM = "{ platform { organizations { nodes { slug } } operators { email } } }";
    private static final String CREATE_ORGANIZATION = """
            mutation { createOrganization(input: {slug: "mine", name: "mine", ownerEmail: "new@example.com"}) {
              organization { slug } } }""";
    private static final String INVITE_OWNER = """
            mutation($id: ID!) { inviteOrganizationOwner(input: {organizationId: $id, email: "new@example.com"}) {
              invitation { token } } }""";
    private static final String SUSPEND_ORGANIZATION = """
            mutation($id: ID!) { suspendOrganization(input: {organizationId: $id, reason: "x"}) {
              organization { slug } } }""";
    private static final String RESUME_ORGANIZATION = """
            mutation($id: ID!) { resumeOrganization(input: {organizationId: $id}) { organization { slug } } }""";
    private static final String GRANT_OPERATOR =
            "mutation { grantOperator(input: {email: \"new@example.com\"}) { user { email } } }";
    private static final String REVOKE_OPERATOR =
            "mutation($id: ID!) { revokeOperator(input: {userId: $id}) { user { email } } }";

    private ForeignOperations() {}

    static List<ForeignOperation> on(Victim victim) {
        return Stream.of(
                        queries(victim),
                        nodes(victim),
                        mutations(victim),
                        alerts(victim),
                        people(victim),
                        platform(victim),
                        units(victim),
                        credentials(victim))
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
                operation("Query.organization", QUOTAS, Map.of("after", victim.quotaCursor()), "\"totalCount\":0"),
                operation(
                        "Query.quotaCheck", QUOTA_CHECK, Map.of("context", Map.of("team", marker)), "\"allowed\":true"),
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
                operation("Mutation.rotateApiKey", ROTATE_KEY, Map.of("id", victim.keyId()), "NOT_FOUND"),
                operation("Mutation.revokeApiKey", REVOKE_KEY, Map.of("id", victim.keyId()), "NOT_FOUND"),
                operation(
                        "Mutation.createQuota",
                        CREATE_QUOTA,
                        Map.of("scope", Map.of("team", victim.marker())),
                        "\"usedPercent\":0.0"),
                operation("Mutation.updateQuota", UPDATE_QUOTA, Map.of("id", victim.quotaId()), "NOT_FOUND"),
                operation("Mutation.deleteQuota", DELETE_QUOTA, Map.of("id", victim.quotaId()), "NOT_FOUND"),
                operation("Mutation.overrideQuota", OVERRIDE_QUOTA, Map.of("id", victim.quotaId()), "NOT_FOUND"),
                // Before there is a price of one's own.
                operation("Mutation.restorePrice", RESTORE_PRICE, Map.of("model", victim.marker()), "NOT_FOUND"),
                operation("Mutation.overridePrice", PRICE, Map.of("model", victim.marker()), "\"revision\":1"),
                operation("Mutation.setFeature", SET_FEATURE, Map.of("feature", victim.marker()), "\"version\":1"),
                operation("Mutation.reprice", REPRICE, Map.of(), "\"examined\":0"));
    }

    private static List<ForeignOperation> credentials(Victim victim) {
        Map<String, ?> credential = Map.of("id", victim.credentialId());
        return List.of(
                operation("Query.organization", CREDENTIALS, Map.of(), "\"providerCredentials\":[]"),
                operation(
                        "Mutation.addProviderCredential",
                        ADD_CREDENTIAL,
                        Map.of("provider", victim.marker()),
                        "\"baseUrl\""),
                operation("Mutation.validateProviderCredential", VALIDATE_CREDENTIAL, credential, "NOT_FOUND"),
                operation("Mutation.rotateProviderCredential", ROTATE_CREDENTIAL, credential, "NOT_FOUND"),
                operation("Mutation.updateProviderCredential", UPDATE_CREDENTIAL, credential, "NOT_FOUND"),
                operation("Mutation.removeProviderCredential", REMOVE_CREDENTIAL, credential, "NOT_FOUND"));
    }

    private static List<ForeignOperation> alerts(Victim victim) {
        Map<String, ?> rule = Map.of("id", victim.alertRuleId());
        Map<String, ?> destination = Map.of("id", victim.alertDestinationId());
        return List.of(
                operation("Query.organization", ALERTS, victim.alertCursors(), "\"totalCount\":0"),
                operation("Mutation.createAlertRule", CREATE_RULE, Map.of(), "\"mine\""),
                operation(
                        "Mutation.createAlertRule",
                        CREATE_RULE,
                        Map.of("ids", List.of(victim.alertDestinationId())),
                        "\"field\":\"destinationIds\""),
                operation("Mutation.updateAlertRule", UPDATE_RULE, rule, "NOT_FOUND"),
                operation("Mutation.deleteAlertRule", DELETE_RULE, rule, "NOT_FOUND"),
                operation("Mutation.snoozeAlertRule", SNOOZE_RULE, rule, "NOT_FOUND"),
                operation("Mutation.resolveAlert", RESOLVE_ALERT, rule, "NOT_FOUND"),
                operation("Mutation.createAlertDestination", CREATE_DESTINATION, Map.of(), "\"mine\""),
                operation("Mutation.updateAlertDestination", UPDATE_DESTINATION, destination, "NOT_FOUND"),
                operation("Mutation.deleteAlertDestination", DELETE_DESTINATION, destination, "NOT_FOUND"),
                operation("Mutation.testAlertDestination", TEST_DESTINATION, destination, "NOT_FOUND"),
                operation(
                        "Mutation.replayAlertDelivery",
                        REPLAY_DELIVERY,
                        Map.of("id", victim.alertDeliveryId()),
                        "NOT_FOUND"));
    }

    private static List<ForeignOperation> units(Victim victim) {
        Map<String, ?> unit = Map.of("id", victim.teamId());
        return List.of(
                operation(
                        "Mutation.createTeam",
                        "mutation { createTeam(input: {key: \"k\"}) { team { key } } }",
                        Map.of(),
                        "\"k\""),
                operation(
                        "Mutation.updateTeam",
                        "mutation($id: ID!) { updateTeam(input: {id: $id, name: \"n\"}) { team { key } } }",
                        unit,
                        "NOT_FOUND"),
                operation(
                        "Mutation.deleteTeam",
                        "mutation($id: ID!) { deleteTeam(input: {id: $id}) { id } }",
                        unit,
                        "NOT_FOUND"),
                operation(
                        "Mutation.createProject",
                        "mutation { createProject(input: {key: \"k\"}) { project { key } } }",
                        Map.of(),
                        "\"k\""),
                operation(
                        "Mutation.updateProject",
                        "mutation($id: ID!) { updateProject(input: {id: $id, name: \"n\"}) { project { key } } }",
                        unit,
                        "NOT_FOUND"),
                operation(
                        "Mutation.deleteProject",
                        "mutation($id: ID!) { deleteProject(input: {id: $id}) { id } }",
                        unit,
                        "NOT_FOUND"),
                operation(
                        "Mutation.createCostCenter",
                        "mutation { createCostCenter(input: {key: \"k\"}) { costCenter { key } } }",
                        Map.of(),
                        "\"k\""),
                operation(
                        "Mutation.updateCostCenter",
                        "mutation($id: ID!) { updateCostCenter(input: {id: $id, name: \"n\"}) { costCenter { key } } }",
                        unit,
                        "NOT_FOUND"),
                operation(
                        "Mutation.deleteCostCenter",
                        "mutation($id: ID!) { deleteCostCenter(input: {id: $id}) { id } }",
                        unit,
                        "NOT_FOUND"),
                operation(
                        "Mutation.updateOrganization",
                        "mutation { updateOrganization(input: {name: \"n\"}) { organization { name } } }",
                        Map.of(),
                        "\"n\""));
    }

    private static List<ForeignOperation> platform(Victim victim) {
        Map<String, ?> organization = Map.of("id", victim.id());
        return List.of(
                operation("Query.platform", PLATFORM, Map.of(), "FORBIDDEN"),
                operation("Mutation.createOrganization", CREATE_ORGANIZATION, Map.of(), "FORBIDDEN"),
                operation("Mutation.inviteOrganizationOwner", INVITE_OWNER, organization, "FORBIDDEN"),
                operation("Mutation.suspendOrganization", SUSPEND_ORGANIZATION, organization, "FORBIDDEN"),
                operation("Mutation.resumeOrganization", RESUME_ORGANIZATION, organization, "FORBIDDEN"),
                operation("Mutation.grantOperator", GRANT_OPERATOR, Map.of(), "FORBIDDEN"),
                operation("Mutation.revokeOperator", REVOKE_OPERATOR, Map.of("id", victim.userId()), "FORBIDDEN"));
    }

    private static List<ForeignOperation> people(Victim victim) {
        Map<String, ?> person = Map.of("id", victim.userId());
        Map<String, ?> invitation = Map.of("id", victim.invitationId());
        return List.of(
                operation("Mutation.inviteMember", INVITE, Map.of(), "new@example.com"),
                operation("Mutation.revokeInvitation", REVOKE_INVITATION, invitation, "NOT_FOUND"),
                operation("Mutation.acceptInvitation", ACCEPT, invitation, "FORBIDDEN"),
                operation("Mutation.changeMemberRole", ROLE, person, "NOT_FOUND"),
                operation("Mutation.removeMember", REMOVE, person, "NOT_FOUND"),
                operation("Mutation.suspendUser", SUSPEND, person, "NOT_FOUND"),
                operation("Mutation.reinstateUser", REINSTATE, person, "NOT_FOUND"),
                operation("Mutation.deleteUser", DELETE, person, "NOT_FOUND"),
                operation("Mutation.createPasswordReset", RESET, person, "NOT_FOUND"),
                operation("Mutation.changePassword", PASSWORD, Map.of(), "FORBIDDEN"),
                operation("Mutation.updateProfile", PROFILE, Map.of(), "FORBIDDEN"),
                operation("Mutation.updatePreferences", PREFERENCES, Map.of(), "FORBIDDEN"),
                operation("Mutation.signOutEverywhere", SIGN_OUT, Map.of(), "FORBIDDEN"),
                operation("Mutation.switchOrganization", SWITCH, Map.of("slug", victim.slug()), "FORBIDDEN"));
    }

    private static ForeignOperation operation(String field, String document, Map<String, ?> variables, String answer) {
        return new ForeignOperation(field, document, variables, answer);
    }
}
