package dev.tollgate.feature.web;

import dev.tollgate.core.Scope;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;

@TollgateTest
class FeatureGraphQlTests {

    private static final String SET = """
            mutation($input: SetFeatureInput!) { setFeature(input: $input) { feature { id name state rolloutPercent pausedPercent message
              version declared updatedAt rules { environment team user state rolloutPercent }
              schedule { at state rolloutPercent } } } }""";
    private static final String DECIDE = """
            query($context: FeatureContextInput) {
              featureDecision(feature: "chat", context: $context) { enabled reason message } }""";
    private static final String LIST = "{ organization { features { name state version declared } } }";
    private static final String FEATURE = "$.data.setFeature.feature";

    private final TestApi api;
    private final TestKeys keys;
    private final Organization organization;
    private final RestTestClient admin;

    @Autowired
    FeatureGraphQlTests(TestApi api, TestKeys keys, TestOrganizations organizations) {
        this.api = api;
        this.keys = keys;
        this.organization = organizations.create();
        this.admin = key(Scope.ADMIN);
    }

    @Test
    void switchesAFeatureOffAndTellsWhy() {
        decide(Map.of())
                .jsonPath("$.data.featureDecision.enabled")
                .isEqualTo(true)
                .jsonPath("$.data.featureDecision.reason")
                .isEqualTo("UNKNOWN");

        set(Map.of("name", "chat", "state", "OFF", "message", "Back at noon."))
                .jsonPath(FEATURE + ".state")
                .isEqualTo("OFF")
                .jsonPath(FEATURE + ".version")
                .isEqualTo(1)
                .jsonPath(FEATURE + ".updatedAt")
                .isNotEmpty();

        decide(Map.of())
                .jsonPath("$.data.featureDecision.enabled")
                .isEqualTo(false)
                .jsonPath("$.data.featureDecision.reason")
                .isEqualTo("STATE")
                .jsonPath("$.data.featureDecision.message")
                .isEqualTo("Back at noon.");
        ask(admin, LIST, Map.of())
                .jsonPath("$.data.organization.features[0].name")
                .isEqualTo("chat")
                .jsonPath("$.data.organization.features[0].declared")
                .isEqualTo(true);
    }

    @Test
    void goesOnWithThePartThatHadItBeforeItWasSwitchedOff() {
        set(Map.of("name", "chat", "state", "PARTIAL", "rolloutPercent", 10));
        set(Map.of("name", "chat", "state", "OFF"))
                .jsonPath(FEATURE + ".rolloutPercent")
                .isEmpty()
                .jsonPath(FEATURE + ".pausedPercent")
                .isEqualTo(10);

        set(Map.of("name", "chat", "state", "PARTIAL"))
                .jsonPath(FEATURE + ".rolloutPercent")
                .isEqualTo(10)
                .jsonPath(FEATURE + ".pausedPercent")
                .isEmpty();
    }

    @Test
    void keepsWhatIsLeftOutAndDropsWhatIsNull() {
        Map<String, ?> rule = Map.of("team", List.of("search"), "state", "PARTIAL", "rolloutPercent", 10);
        Map<String, ?> entry = Map.of("at", "2126-01-01T00:00:00Z", "state", "OFF");
        set(Map.of("name", "chat", "state", "ON", "message", "m", "rules", rule, "schedule", entry))
                .jsonPath(FEATURE + ".rules[0].rolloutPercent")
                .isEqualTo(10)
                .jsonPath(FEATURE + ".rules[0].user")
                .isEmpty()
                .jsonPath(FEATURE + ".schedule[0].at")
                .isEqualTo("2126-01-01T00:00:00Z");

        set(Map.of("name", "chat", "state", "OFF"))
                .jsonPath(FEATURE + ".message")
                .isEqualTo("m")
                .jsonPath(FEATURE + ".rules[0].state")
                .isEqualTo("PARTIAL")
                .jsonPath(FEATURE + ".schedule[0].state")
                .isEqualTo("OFF");

        Map<String, @Nullable Object> nothing = new HashMap<>(Map.of("name", "chat", "state", "OFF"));
        nothing.put("message", null);
        nothing.put("rules", null);
        nothing.put("schedule", null);
        set(nothing)
                .jsonPath(FEATURE + ".message")
                .isEmpty()
                .jsonPath(FEATURE + ".rules.length()")
                .isEqualTo(0)
                .jsonPath(FEATURE + ".schedule.length()")
                .isEqualTo(0)
                .jsonPath(FEATURE + ".version")
                .isEqualTo(3);
    }

    static Stream<Arguments> wrong() {
        Map<String, ?> past = Map.of("at", "2020-01-01T00:00:00Z", "state", "ON");
        Map<String, ?> later = Map.of("at", "2126-01-01T00:00:00Z", "state", "ON");
        return Stream.of(
                Arguments.of("name", Map.of("name", " ")),
                Arguments.of("name", Map.of("name", "x".repeat(201))),
                Arguments.of("name", Map.of("name", "a\0b")),
                Arguments.of("rolloutPercent", Map.of("state", "PARTIAL")),
                Arguments.of("rolloutPercent", Map.of("state", "PARTIAL", "rolloutPercent", 101)),
                Arguments.of("rolloutPercent", Map.of("state", "PARTIAL", "rolloutPercent", -1)),
                Arguments.of("rolloutPercent", Map.of("state", "ON", "rolloutPercent", 50)),
                Arguments.of("message", Map.of("message", "x".repeat(1001))),
                Arguments.of("reason", Map.of("reason", "a\0b")),
                Arguments.of("rules[0].environment", Map.of("rules", List.of(Map.of("state", "ON")))),
                Arguments.of("rules[0].user", Map.of("rules", List.of(Map.of("state", "ON", "user", List.of())))),
                Arguments.of("rules[0].team", Map.of("rules", List.of(Map.of("state", "ON", "team", " ")))),
                Arguments.of(
                        "rules[0].rolloutPercent", Map.of("rules", List.of(Map.of("state", "PARTIAL", "team", "a")))),
                Arguments.of("schedule[0].at", Map.of("schedule", past)),
                Arguments.of("schedule[1].at", Map.of("schedule", List.of(later, later))),
                Arguments.of(
                        "schedule[0].rolloutPercent",
                        Map.of("schedule", Map.of("at", "2126-01-01T00:00:00Z", "state", "PARTIAL"))));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void namesTheFieldThatIsWrongAndChangesNothing(String field, Map<String, ?> part) {
        Map<String, Object> input = new HashMap<>(Map.of("name", "chat", "state", "OFF"));
        input.putAll(part);

        set(input)
                .jsonPath("$.errors[0].extensions.code")
                .isEqualTo("BAD_USER_INPUT")
                .jsonPath("$.errors[0].extensions.field")
                .isEqualTo(field);
        ask(admin, LIST, Map.of())
                .jsonPath("$.data.organization.features.length()")
                .isEqualTo(0);
    }

    @Test
    void refusesAVersionThatIsNotThePresentOne() {
        set(Map.of("name", "chat", "state", "OFF", "expectedVersion", 0))
                .jsonPath("$.errors")
                .doesNotExist();

        set(Map.of("name", "chat", "state", "ON", "expectedVersion", 0))
                .jsonPath("$.errors[0].extensions.code")
                .isEqualTo("CONFLICT");
        set(Map.of("name", "chat", "state", "ON", "expectedVersion", 1))
                .jsonPath(FEATURE + ".version")
                .isEqualTo(2);
    }

    @Test
    void isFoundByItsIdByThoseWhoMayReadSettings() {
        String node = "query($id: ID!) { node(id: $id) { id ... on Feature { name version } } }";
        Map<String, ?> id = Map.of("id", new GlobalId("Feature", "chat").encode());
        ask(admin, node, id).jsonPath("$.data.node").isEmpty();

        set(Map.of("name", "chat", "state", "OFF"));

        ask(key(Scope.CONTROL_READ), node, id).jsonPath("$.data.node.name").isEqualTo("chat");
        ask(key(Scope.USAGE_READ), node, id).jsonPath("$.data.node").isEmpty();
    }

    @Test
    void triesAChange() {
        String preview = """
                query($last: Duration) { featurePreview(last: $last, input: {name: "chat", state: PARTIAL, rolloutPercent: 5,
                    rules: [{team: "search", state: ON}]}) {
                  range { from } total { requests users cost } affected { requests } byEnvironment { value }
                  byTeam { value total { cost } affected { users } } } }""";

        ask(admin, preview, Map.of())
                .jsonPath("$.data.featurePreview.total.requests")
                .isEqualTo(0);
        ask(admin, preview, Map.of("last", "PT0S"))
                .jsonPath("$.errors[0].extensions.field")
                .isEqualTo("last");
        ask(key(Scope.CONTROL_READ), preview, Map.of())
                .jsonPath("$.errors[0].extensions.code")
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void needsTheScopes() {
        String[] documents = {"mutation { setFeature(input: {name: \"chat\", state: ON}) { feature { id } } }", LIST};
        for (String document : documents) {
            ask(key(Scope.USAGE_READ), document, Map.of())
                    .jsonPath("$.errors[0].extensions.code")
                    .isEqualTo("FORBIDDEN");
        }
        ask(key(Scope.CONTROL_WRITE), DECIDE, Map.of())
                .jsonPath("$.errors[0].extensions.code")
                .isEqualTo("FORBIDDEN");
        ask(key(Scope.USAGE_WRITE), DECIDE, Map.of()).jsonPath("$.errors").doesNotExist();
        ask(key(Scope.GATEWAY_CALL), DECIDE, Map.of()).jsonPath("$.errors").doesNotExist();
    }

    private BodyContentSpec set(Map<String, ?> input) {
        return ask(admin, SET, Map.of("input", input));
    }

    private BodyContentSpec decide(Map<String, ?> context) {
        return ask(admin, DECIDE, Map.of("context", context));
    }

    private RestTestClient key(Scope... scopes) {
        return api.with(keys.bearer(organization, scopes));
    }

    private BodyContentSpec ask(RestTestClient client, String document, Map<String, ?> variables) {
        return api.graphQl(client, document, variables).expectStatus().isOk().expectBody();
    }
}
