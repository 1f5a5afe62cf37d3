package dev.tollgate.access;

import com.jayway.jsonpath.JsonPath;
import dev.tollgate.core.Scope;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.FakeProvider;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.lang3.RandomStringUtils;
import org.awaitility.Awaitility;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** An organization with one of everything, each bearing a marker by which it is recognized wherever it turns up. */
final class Victim {

    /** USD for a million tokens that nobody else pays. */
    static final String PRICE = "7654.321";

    private static final String EVERYTHING = """
            { organization { members { nodes { role suspendedAt user { id name email } } } invitations { id email } teams { nodes { id key name } }
                apiKeys(first: 100) { edges { cursor } nodes { id name revokedAt } }
                quotas { edges { cursor } nodes { id name version override { reason } } }
                features { id name state message version rules { user } }
                providerCredentials { id provider { name } baseUrl status version secretVersion }
                alertRules { edges { cursor } nodes { id name version snoozedUntil destinations { id } } }
                alertDestinations { edges { cursor } nodes { id name address version } }
                alertDeliveries { edges { cursor } nodes { id destinationName status attempts } }
                usage(range: {last: "P30D"}) { events(first: 100) { edges { cursor } nodes { id model user cost } } } }
              models(filter: {search: "%s"}) { nodes { id provider name prices { revision inputPerMillion } } } }
            """;
    private static final String FILL = """
            mutation($event: UsageEventInput!, $price: OverridePriceInput!, $key: CreateApiKeyInput!, $quota: CreateQuotaInput!,
                $feature: SetFeatureInput!, $credential: AddProviderCredentialInput!,
                $destination: CreateAlertDestinationInput!, $alertRule: CreateAlertRuleInput!) {
              recordUsage(events: [$event]) { accepted }
              overridePrice(input: $price) { price { revision } }
              setFeature(input: $feature) { feature { version } }
              createApiKey(input: $key) { secret apiKey { id } }
              createQuota(input: $quota) { quota { id } }
              addProviderCredential(input: $credential) { providerCredential { id } }
              createAlertDestination(input: $destination) { secret alertDestination { id } }
              createAlertRule(input: $alertRule) { alertRule { id } }
              joined: inviteMember(input: {email: "joined@%1$s.example"}) { token }
              createTeam(input: {key: "%1$s"}) { team { id } }
              open: inviteMember(input: {email: "open@%1$s.example"}) { invitation { id } } }
            """;

    private static final String TEST_DESTINATION =
            "mutation($id: ID!) { testAlertDestination(input: {id: $id}) { delivery { id } } }";

    /** Of letters alone: it is a provider's name too, which must not look like a secret. */
    private final String marker =
            RandomStringUtils.insecure().nextAlphabetic(20).toLowerCase(Locale.ROOT);

    private final TestApi api;
    private final RestTestClient client;
    private final Organization organization;
    private final String keySecret;
    private final String keyId;
    private final String quotaId;
    private final String credentialId;
    private final String alertSecret;
    private final String alertDestinationId;
    private final String alertRuleId;
    private final String invitationId;

    Victim(TestApi api, TestKeys keys, Organization organization) {
        this.api = api;
        this.client = api.with(keys.bearer(organization, Scope.ADMIN));
        this.organization = organization;
        String filled = fill();
        this.keySecret = JsonPath.read(filled, "$.data.createApiKey.secret");
        this.keyId = JsonPath.read(filled, "$.data.createApiKey.apiKey.id");
        this.credentialId = JsonPath.read(filled, "$.data.addProviderCredential.providerCredential.id");
        this.quotaId = JsonPath.read(filled, "$.data.createQuota.quota.id");
        this.alertSecret = JsonPath.read(filled, "$.data.createAlertDestination.secret");
        this.alertDestinationId = JsonPath.read(filled, "$.data.createAlertDestination.alertDestination.id");
        this.alertRuleId = JsonPath.read(filled, "$.data.createAlertRule.alertRule.id");
        ask(TEST_DESTINATION, Map.of("id", alertDestinationId));
        this.invitationId = JsonPath.read(filled, "$.data.open.invitation.id");
        join(JsonPath.read(filled, "$.data.joined.token"));
        Awaitility.await().until(this::hasEvent);
    }

    private String fill() {
        try (FakeProvider provider = new FakeProvider(providerSecret())) {
            return ask(
                    FILL.formatted(marker),
                    Map.of(
                            "event",
                            event(),
                            "price",
                            price(),
                            "key",
                            key(),
                            "quota",
                            quota(),
                            "feature",
                            feature(),
                            "credential",
                            Map.of("provider", marker, "secret", providerSecret(), "baseUrl", provider.baseUrl()),
                            "destination",
                            alertDestination(),
                            "alertRule",
                            alertRule()));
        }
    }

    /** The marker: the name or part of the name of everything here. */
    String marker() {
        return marker;
    }

    /** The organization's slug. */
    String slug() {
        return organization.slug();
    }

    /** The organization's id, as no client sees it. */
    String id() {
        return organization.id().toString();
    }

    /** The global id of an API key. */
    String keyId() {
        return keyId;
    }

    /** The global id of a quota. */
    String quotaId() {
        return quotaId;
    }

    /** The global id of a provider credential. */
    String credentialId() {
        return credentialId;
    }

    private String providerSecret() {
        return "sk-" + marker;
    }

    /** The cursor of a quota. */
    String quotaCursor() {
        return JsonPath.read(everything(), "$.data.organization.quotas.edges[0].cursor");
    }

    /** The global id of an alert rule. */
    String alertRuleId() {
        return alertRuleId;
    }

    /** The global id of a destination of alerts. */
    String alertDestinationId() {
        return alertDestinationId;
    }

    /** The global id of a delivery. */
    String alertDeliveryId() {
        return JsonPath.read(everything(), "$.data.organization.alertDeliveries.nodes[0].id");
    }

    /** The cursors of all that belongs to alerts. */
    Map<String, ?> alertCursors() {
        String all = everything();
        return Map.of(
                "rules",
                JsonPath.read(all, "$.data.organization.alertRules.edges[0].cursor"),
                "destinations",
                JsonPath.read(all, "$.data.organization.alertDestinations.edges[0].cursor"),
                "deliveries",
                JsonPath.read(all, "$.data.organization.alertDeliveries.edges[0].cursor"));
    }

    /** The id of an invitation that is open. */
    String invitationId() {
        return invitationId;
    }

    /** The id of a team. */
    String teamId() {
        return JsonPath.read(everything(), "$.data.organization.teams.nodes[0].id");
    }

    /** The global id of a member. */
    String userId() {
        return JsonPath.read(everything(), "$.data.organization.members.nodes[0].user.id");
    }

    private void join(String token) {
        api.anonymous()
                .post()
                .uri("/invitations/accept")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("token", token, "name", marker, "password", marker))
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    /** The global ids of everything that has one. */
    List<String> globalIds() {
        return List.of(
                keyId,
                quotaId,
                credentialId,
                alertRuleId,
                alertDestinationId,
                alertDeliveryId(),
                new GlobalId("Organization", id()).encode(),
                new GlobalId("Feature", marker).encode(),
                new GlobalId("Model", marker + "/" + marker).encode());
    }

    /** Events are listed once they are in the cells too. */
    private boolean hasEvent() {
        return !JsonPath.<List<?>>read(everything(), "$.data.organization.usage.events.edges")
                .isEmpty();
    }

    /** The cursor of an API key. */
    String keyCursor() {
        return JsonPath.read(everything(), "$.data.organization.apiKeys.edges[0].cursor");
    }

    /** The cursor of an event. */
    String eventCursor() {
        return JsonPath.read(everything(), "$.data.organization.usage.events.edges[0].cursor");
    }

    /** What must never be told to others. */
    List<String> secrets() {
        return Stream.concat(Stream.of(marker, slug(), id(), keySecret, alertSecret, PRICE), globalIds().stream())
                .toList();
    }

    /** All of it, as its owner sees it. */
    String everything() {
        return ask(EVERYTHING.formatted(marker), Map.of());
    }

    /** The event recorded. */
    Map<String, ?> event() {
        return Map.ofEntries(
                Map.entry("id", marker),
                Map.entry("occurredAt", Instant.now().minus(Duration.ofHours(1)).toString()),
                Map.entry("provider", marker),
                Map.entry("model", marker),
                Map.entry("inputTokens", 1_000_000),
                Map.entry("latencyMs", 10),
                Map.entry("feature", marker),
                Map.entry("team", marker),
                Map.entry("user", marker),
                Map.entry("tags", List.of(Map.of("name", marker, "value", marker))));
    }

    private Map<String, ?> price() {
        return Map.of(
                "provider",
                marker,
                "model",
                marker,
                "inputPerMillion",
                Double.valueOf(PRICE),
                "outputPerMillion",
                Double.valueOf(PRICE),
                "effectiveFrom",
                "2020-01-01T00:00:00Z");
    }

    private Map<String, ?> feature() {
        Map<String, ?> rule = Map.of("user", marker, "state", "ON");
        return Map.of("name", marker, "state", "OFF", "message", marker, "rules", rule);
    }

    private Map<String, ?> key() {
        return Map.of("name", marker, "scopes", List.of("USAGE_READ"));
    }

    private Map<String, ?> alertDestination() {
        return Map.of(
                "name", marker, "target", Map.of("webhook", Map.of("url", "https://" + marker + ".invalid/hook")));
    }

    private Map<String, ?> alertRule() {
        return Map.of("name", marker, "condition", Map.of("budgetForecast", Map.of("amount", 1)));
    }

    private Map<String, ?> quota() {
        return Map.of(
                "name",
                marker,
                "scope",
                Map.of("team", marker),
                "limits",
                Map.of("requests", 1),
                "period",
                "MONTHLY",
                "mode",
                "BLOCK");
    }

    private String ask(String document, Map<String, ?> variables) {
        byte[] body = api.graphQl(client, document, variables)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.errors")
                .doesNotExist()
                .returnResult()
                .getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }
}
