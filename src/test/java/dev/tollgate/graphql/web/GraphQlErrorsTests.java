package dev.tollgate.graphql.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.Scope;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

@TollgateTest
class GraphQlErrorsTests {

    private final TestApi api;
    private final RestTestClient client;

    @Autowired
    GraphQlErrorsTests(TestApi api, TestKeys keys, TestOrganizations organizations) {
        this.api = api;
        this.client = api.with(keys.bearer(organizations.create(), Scope.ADMIN));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {                                                        |
                    { nothing }                                              |
                    { node }                                                 | id
                    { providers(first: "ten") { totalCount } }               | first
                    { providers(first: 99999999999) { totalCount } }         | first
                    { providers(first: 0) { totalCount } }                   | first
                    { providers(after: "!!!")     { totalCount } }           | after
                    query($n: Int!) { providers(first: $n) { totalCount } }  | n
                    subscription { nothing }                                 |
                    query A { __typename } query B { __typename }            |
                    """)
    void callsWrongInputBadAndNamesTheField(String query, String field) {
        Map<String, Object> extensions = error(query, Map.of());

        assertThat(extensions).containsEntry("code", "BAD_USER_INPUT");
        assertThat(extensions.get("field")).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"n, 1.5", "n, ten", "n, 99999999999"})
    void namesTheVariable(String field, String value) {
        assertThat(error("query($n: Int) { providers(first: $n) { totalCount } }", Map.of("n", value)))
                .containsAllEntriesOf(Map.of("code", "BAD_USER_INPUT", "field", field));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"name": "chat", "state": "MAYBE"}                                             | state
                    {"name": "chat", "state": "ON", "rolloutPercent": "ten"}                       | rolloutPercent
                    {"name": "chat", "state": "ON", "rules": [{"state": "ON"}, {"state": "MAYBE"}]} | rules.state
                    {"name": "chat", "state": "ON", "schedule": {"at": "noon", "state": "ON"}}     | schedule.at
                    {"name": null, "state": "ON"}                                                  | name
                    "chat"                                                                         | input
                    """)
    void namesThePlaceWithinAVariable(String input, String field) {
        Object value = JsonMapper.shared().readValue(input, Object.class);

        assertThat(error(
                        "mutation($input: SetFeatureInput!) { setFeature(input: $input) { feature { id } } }",
                        Map.of("input", value)))
                .containsAllEntriesOf(Map.of("code", "BAD_USER_INPUT", "field", field));
    }

    @Test
    void takesNullForAnArgumentThatWasLeftOut() {
        api.graphQl(
                        client,
                        "query($n: Int) { providers(first: $n) { totalCount } }",
                        Collections.singletonMap("n", null))
                .expectBody()
                .jsonPath("$.errors")
                .doesNotExist();
    }

    /** What the auditor graphql-cop sends. */
    @Test
    void refusesOverloading() {
        assertThat(error(repeated("alias%d: __typename", 101), Map.of())).containsEntry("what", "aliases");
        assertThat(error(repeated("__typename", 500), Map.of())).containsEntry("what", "duplicate fields");
        assertThat(error("{ __typename " + "@aa".repeat(10) + " }", Map.of()))
                .containsEntry("what", "directives in one place");
        assertThat(error(
                        "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }", Map.of()))
                .containsEntry("code", "TOO_COMPLEX");
        assertThat(error("{ __typename " + "# ,".repeat(20_000) + "}", Map.of()))
                .isNotEmpty();
        assertThat(error("{ " + "... { ".repeat(5_000) + "__typename" + " }".repeat(5_000) + " }", Map.of()))
                .containsEntry("code", "TOO_COMPLEX");
        assertThat(error("{ providers(first: 100) { " + "a ".repeat(16_000) + "} }", Map.of()))
                .containsAllEntriesOf(Map.of("code", "TOO_COMPLEX", "what", "tokens", "limit", 15_000));
    }

    @Test
    void refusesWhatWouldCostTooMuch() {
        assertThat(error(
                        "{ models(first: 100) { nodes { prices { rates { unit } } a: prices { rates { unit } } "
                                + "b: prices { rates { unit } } c: prices { rates { unit } } d: prices { rates { unit } } } } }",
                        Map.of()))
                .containsAllEntriesOf(
                        Map.of("code", "TOO_COMPLEX", "what", "cost", "limit", 50_000, "requested", 55_101));
    }

    /** The extensions of the first error. */
    private Map<String, Object> error(String query, Map<String, ?> variables) {
        Answer answer = api.graphQl(client, query, variables)
                .expectBody(Answer.class)
                .returnResult()
                .getResponseBody();
        assertThat(answer).isNotNull();
        assertThat(answer.errors()).isNotEmpty();
        return answer.errors().getFirst().extensions();
    }

    private static String repeated(String field, int times) {
        return IntStream.range(0, times).mapToObj(field::formatted).collect(Collectors.joining(" ", "{ ", " }"));
    }

    private record Answer(List<GraphQlError> errors) {}

    private record GraphQlError(Map<String, Object> extensions) {}
}
