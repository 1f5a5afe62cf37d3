package dev.tollgate.alert.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.tollgate.core.Scope;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.StatementLog;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;

@TollgateTest
class AlertGraphQlTests {

    private static final String RULE = """
            id name version severity coolDown enabled snoozedUntil groupBy filter destinations { id name }
            lastLook { at failure } condition { threshold { metric comparison bound window { last calendar } }
              change { percent window { calendar } } quota { quotaId status } budgetForecast { amount } }""";
    private static final String CREATE = "mutation($input: CreateAlertRuleInput!) {"
            + " createAlertRule(input: $input) { alertRule { " + RULE + " } } }";
    private static final String UPDATE = "mutation($input: UpdateAlertRuleInput!) {"
            + " updateAlertRule(input: $input) { alertRule { " + RULE + " } } }";
    private static final String SNOOZE = "mutation($input: SnoozeAlertRuleInput!) {"
            + " snoozeAlertRule(input: $input) { alertRule { snoozedUntil version } } }";
    private static final String DELETE =
            "mutation($input: DeleteAlertRuleInput!) { deleteAlertRule(input: $input) { deletedAlertRuleId } }";
    private static final String LIST = """
            query($first: Int, $after: String) { organization { alertRules(first: $first, after: $after) {
              totalCount nodes { name } pageInfo { hasNextPage endCursor } } } }""";
    private static final String NODE = "query($id: ID!) { node(id: $id) { ... on AlertRule { name } } }";
    private static final String CREATE_DESTINATION = """
            mutation($input: CreateAlertDestinationInput!) { createAlertDestination(input: $input) {
              secret alertDestination { id name kind address version } } }""";
    private static final String UPDATE_DESTINATION = """
            mutation($input: UpdateAlertDestinationInput!) { updateAlertDestination(input: $input) {
              secret alertDestination { version address } } }""";
    private static final String DELETE_DESTINATION = """
            mutation($input: DeleteAlertDestinationInput!) { deleteAlertDestination(input: $input) {
              deletedAlertDestinationId } }""";
    private static final String RULES =
            "{ organization { alertRules(first: 50) { nodes { destinations { name } lastLook { at } } } } }";
    private static final String EVERYTHING = """
            { organization { alertRules { nodes { destinations { id name kind address } } }
              alertDestinations { nodes { id name kind address version } }
              auditLog(first: 100) { nodes { action before after } } } }""";

    private final TestApi api;
    private final TestKeys keys;
    private final StatementLog statements;
    private final Organization organization;
    private final RestTestClient admin;

    @Autowired
    AlertGraphQlTests(TestApi api, TestKeys keys, StatementLog statements, TestOrganizations organizations) {
        this.api = api;
        this.keys = keys;
        this.statements = statements;
        this.organization = organizations.create();
        this.admin = key(Scope.ADMIN);
    }

    @Test
    void makesARuleAsAskedWithDefaults() {
        String rule = "$.data.createAlertRule.alertRule";
        ask(admin, CREATE, input(Map.of("filter", Map.of("feature", List.of("chat")), "groupBy", "TEAM")))
                .jsonPath(rule + ".condition.threshold.bound")
                .isEqualTo(10.5)
                .jsonPath(rule + ".condition.threshold.comparison")
                .isEqualTo("ABOVE")
                .jsonPath(rule + ".condition.threshold.window.last")
                .isEqualTo("PT1H")
                .jsonPath(rule + ".condition.change")
                .isEmpty()
                .jsonPath(rule + ".filter.feature[0]")
                .isEqualTo("chat")
                .jsonPath(rule + ".groupBy")
                .isEqualTo("TEAM")
                .jsonPath(rule + ".severity")
                .isEqualTo("WARNING")
                .jsonPath(rule + ".coolDown")
                .isEqualTo("PT1H")
                .jsonPath(rule + ".enabled")
                .isEqualTo(true)
                .jsonPath(rule + ".version")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "name, '\" \"', name",
        "groupBy, '\"TAG\"', groupBy",
        "coolDown, '\"P400D\"', coolDown",
        "destinationIds, '[\"nonsense\"]', destinationIds",
        "reason, '\"a\\u0000\"', reason",
        "condition, '{\"threshold\":{\"metric\":\"COST\",\"bound\":1,\"window\":{\"last\":\"PT1S\"}}}', condition.threshold.window",
        "condition, '{\"budgetForecast\":{\"amount\":0}}', condition.budgetForecast.amount",
        "condition, '{\"quota\":{\"status\":\"OK\"}}', condition.quota.status",
        "condition, '{\"quota\":{\"quotaId\":\"nonsense\"}}', condition.quota.quotaId"
    })
    void namesTheFieldAtFault(String field, String value, String fault) {
        Object given = JsonPath.parse("{\"value\":" + value + "}").read("$.value");
        ask(admin, CREATE, input(Map.of(field, given)))
                .jsonPath("$.errors[0].extensions.code")
                .isEqualTo("BAD_USER_INPUT")
                .jsonPath("$.errors[0].extensions.field")
                .isEqualTo(fault);
        ask(admin, LIST, Map.of())
                .jsonPath("$.data.organization.alertRules.totalCount")
                .isEqualTo(0);
    }

    @Test
    void changesOneVersionAfterAnother() {
        String id = create(Map.of("filter", Map.of("team", List.of("search")), "groupBy", "FEATURE"));
        Map<String, Object> change = new HashMap<>(Map.of("id", id, "expectedVersion", 1, "name", "other"));

        ask(admin, UPDATE, Map.of("input", change))
                .jsonPath("$.data.updateAlertRule.alertRule.version")
                .isEqualTo(2)
                .jsonPath("$.data.updateAlertRule.alertRule.groupBy")
                .isEqualTo("FEATURE")
                .jsonPath("$.data.updateAlertRule.alertRule.filter.team[0]")
                .isEqualTo("search");
        ask(admin, UPDATE, Map.of("input", change))
                .jsonPath("$.errors[0].extensions.code")
                .isEqualTo("CONFLICT");
        change.put("expectedVersion", 2);
        change.put("filter", null);
        change.put("groupBy", null);
        ask(admin, UPDATE, Map.of("input", change))
                .jsonPath("$.data.updateAlertRule.alertRule.filter")
                .isEmpty()
                .jsonPath("$.data.updateAlertRule.alertRule.groupBy")
                .isEmpty();
    }

    @Test
    void snoozesListsFindsAndTakesAway() {
        String id = create(Map.of("name", "a"));
        create(Map.of("name", "b"));
        ask(admin, SNOOZE, Map.of("input", Map.of("id", id, "until", "2020-01-01T00:00:00Z")))
                .jsonPath("$.errors[0].extensions.field")
                .isEqualTo("until");
        ask(admin, SNOOZE, Map.of("input", Map.of("id", id)))
                .jsonPath("$.data.snoozeAlertRule.alertRule.version")
                .isEqualTo(2);
        ask(admin, LIST, Map.of("first", 1))
                .jsonPath("$.data.organization.alertRules.nodes[0].name")
                .isEqualTo("a")
                .jsonPath("$.data.organization.alertRules.pageInfo.hasNextPage")
                .isEqualTo(true);
        ask(admin, NODE, Map.of("id", id)).jsonPath("$.data.node.name").isEqualTo("a");
        ask(admin, DELETE, Map.of("input", Map.of("id", id)))
                .jsonPath("$.data.deleteAlertRule.deletedAlertRuleId")
                .isEqualTo(id);
        ask(admin, NODE, Map.of("id", id)).jsonPath("$.data.node").isEmpty();
    }

    @Test
    void showsASecretOnceAndNoAddressThatIsOne() {
        String answer = text(ask(
                admin,
                CREATE_DESTINATION,
                destination(Map.of("webhook", Map.of("url", "https://example.com/h?key=k1")))));
        String secret = JsonPath.read(answer, "$.data.createAlertDestination.secret");
        String id = JsonPath.read(answer, "$.data.createAlertDestination.alertDestination.id");
        assertThat(secret).startsWith("whsec_");
        ask(
                        admin,
                        CREATE_DESTINATION,
                        destination(Map.of("slack", Map.of("url", "https://hooks.example.com/s/T0/secret"))))
                .jsonPath("$.data.createAlertDestination.alertDestination.address")
                .isEqualTo("https://hooks.example.com")
                .jsonPath("$.data.createAlertDestination.secret")
                .isEmpty();
        create(Map.of("destinationIds", List.of(id)));
        String rotated = JsonPath.read(
                text(ask(admin, UPDATE_DESTINATION, Map.of("input", Map.of("id", id, "rotateSecret", true)))),
                "$.data.updateAlertDestination.secret");

        assertThat(rotated).startsWith("whsec_").isNotEqualTo(secret);
        assertThat(text(ask(admin, EVERYTHING, Map.of())))
                .contains("https://example.com/h")
                .doesNotContain(secret, rotated, "key=k1", "T0/secret");
    }

    @Test
    void takesADestinationAwayFromItsRules() {
        String id = JsonPath.read(
                text(ask(
                        admin,
                        CREATE_DESTINATION,
                        destination(Map.of("webhook", Map.of("url", "https://example.com"))))),
                "$.data.createAlertDestination.alertDestination.id");
        create(Map.of("destinationIds", List.of(id)));
        ask(admin, DELETE_DESTINATION, Map.of("input", Map.of("id", id)));

        ask(admin, EVERYTHING, Map.of())
                .jsonPath("$.data.organization.alertRules.nodes[0].destinations")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1/",
        "http://[::ffff:10.0.0.1]/",
        "https://localhost:8443/",
        "ftp://example.com/",
        "example.com",
        "https://user:secret@example.com/",
        "'https://exa mple.com/'"
    })
    void takesNoAddressThatItShouldNotCall(String url) {
        ask(admin, CREATE_DESTINATION, destination(Map.of("webhook", Map.of("url", url))))
                .jsonPath("$.errors[0].extensions.field")
                .isEqualTo("target.webhook.url");
    }

    @Test
    void readsTheDestinationsOfManyRulesAtOnce() {
        String id = JsonPath.read(
                text(ask(
                        admin,
                        CREATE_DESTINATION,
                        destination(Map.of("webhook", Map.of("url", "https://example.com"))))),
                "$.data.createAlertDestination.alertDestination.id");
        create(Map.of("destinationIds", List.of(id)));
        int ofOne = countReads();
        for (int i = 0; i < 20; i++) {
            create(Map.of("destinationIds", List.of(id)));
        }

        assertThat(countReads()).isEqualTo(ofOne);
    }

    private int countReads() {
        return statements
                .during(
                        "alert_",
                        () -> ask(admin, RULES, Map.of())
                                .jsonPath("$.data.organization.alertRules.nodes[0].destinations[0].name")
                                .isEqualTo("ops"))
                .size();
    }

    @Test
    void needsTheScopes() {
        ask(key(Scope.CONTROL_READ), CREATE, input(Map.of()))
                .jsonPath("$.errors[0].extensions.code")
                .isEqualTo("FORBIDDEN");
        ask(key(Scope.USAGE_READ), LIST, Map.of())
                .jsonPath("$.errors[0].extensions.code")
                .isEqualTo("FORBIDDEN");
        ask(key(Scope.CONTROL_READ), LIST, Map.of())
                .jsonPath("$.data.organization.alertRules.totalCount")
                .isEqualTo(0);
    }

    private String create(Map<String, ?> fields) {
        return JsonPath.read(text(ask(admin, CREATE, input(fields))), "$.data.createAlertRule.alertRule.id");
    }

    private static Map<String, ?> input(Map<String, ?> fields) {
        Map<String, Object> threshold = Map.of("metric", "COST", "bound", 10.5, "window", Map.of("last", "PT1H"));
        Map<String, Object> input = new HashMap<>(Map.of("name", "spend", "condition", Map.of("threshold", threshold)));
        input.putAll(fields);
        return Map.of("input", input);
    }

    private static Map<String, ?> destination(Map<String, ?> target) {
        return Map.of("input", Map.of("name", "ops", "target", target));
    }

    private RestTestClient key(Scope... scopes) {
        return api.with(keys.bearer(organization, scopes));
    }

    private static String text(BodyContentSpec body) {
        return new String(Objects.requireNonNull(body.returnResult().getResponseBody()), StandardCharsets.UTF_8);
    }

    private BodyContentSpec ask(RestTestClient client, String document, Map<String, ?> variables) {
        return api.graphQl(client, document, variables).expectStatus().isOk().expectBody();
    }
}
