package dev.tollgate.graphql.web;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.METHOD_NOT_ALLOWED;
import static org.springframework.http.HttpStatus.NOT_ACCEPTABLE;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;
import static org.springframework.http.HttpStatus.UNSUPPORTED_MEDIA_TYPE;

import dev.tollgate.core.Scope;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@TollgateTest
class GraphQlHttpTests {

    private static final String GRAPHQL = "application/graphql-response+json";
    private static final String TYPENAME = "{\"query\": \"{ __typename }\"}";

    private final TestApi api;
    private final RestTestClient client;

    @Autowired
    GraphQlHttpTests(TestApi api, TestKeys keys, TestOrganizations organizations) {
        this.api = api;
        this.client = api.with(keys.bearer(organizations.create(), Scope.ADMIN));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    application/json                                             | application/json
                    application/graphql-response+json                            | application/graphql-response+json
                    application/graphql-response+json, application/json;q=0.9    | application/graphql-response+json
                    application/json;q=0.5, application/graphql-response+json    | application/graphql-response+json
                    */*                                                          | application/json
                    application/*                                                | application/json
                    text/html, application/graphql-response+json;charset=utf-8   | application/graphql-response+json
                    application/json;q=0, application/graphql-response+json;q=0.1| application/graphql-response+json
                    """)
    void answersInTheMediaTypeThatIsLikedBest(String accept, String expected) {
        post(TYPENAME, "application/json", accept)
                .expectStatus()
                .isEqualTo(OK)
                .expectHeader()
                .contentType(expected + ";charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "nonsense", "application/json;q=0"})
    void refusesToAnswerInAnyOther(String accept) {
        refuses(post(TYPENAME, "application/json", accept), NOT_ACCEPTABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/graphql",
                "application/json;charset=iso-8859-1",
                "application/x-www-form-urlencoded"
            })
    void refusesBodiesOfOtherTypes(String contentType) {
        refuses(post(TYPENAME, contentType, GRAPHQL), UNSUPPORTED_MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "\"query\"",
                "{}",
                "{\"query\": null}",
                "{\"query\": 7}",
                "{\"query\": \"{ __typename }\"} trailing",
                "{\"query\": \"{ __typename }\", \"variables\": []}",
                "{\"query\": \"{ __typename }\", \"extensions\": \"x\"}",
                "{\"query\": \"{ __typename }\", \"operationName\": {}}",
                "[{\"query\": \"{ __typename }\"}, {\"query\": \"{ __typename }\"}]"
            })
    void refusesBodiesOfAnotherForm(String body) {
        refuses(post(body, "application/json", "application/json"), BAD_REQUEST);
        refuses(post(body, "application/json", GRAPHQL), BAD_REQUEST);
    }

    @Test
    void refusesBodiesThatAreTooLarge() {
        String query = "{\"query\": \"{ __typename }\", \"variables\": {\"x\": \"" + "x".repeat(16 << 20) + "\"}}";

        refuses(post(query, "application/json", GRAPHQL), CONTENT_TOO_LARGE);
    }

    @Test
    void tellsValidityByTheStatusInItsOwnMediaTypeOnly() {
        String invalid = "{\"query\": \"{ nothing }\"}";

        refuses(post(invalid, "application/json", GRAPHQL), BAD_REQUEST);
        refuses(post(invalid, "application/json", "application/json"), OK);
    }

    @Test
    void answersQueriesWithGet() {
        get("query Named($id: ID!) { node(id: $id) { id } }", "{\"id\": \"x\"}")
                .expectStatus()
                .isEqualTo(OK)
                .expectBody()
                .jsonPath("$.data.node")
                .isEmpty()
                .jsonPath("$.errors")
                .doesNotExist();
        refuses(get("{ __typename }", "[]"), BAD_REQUEST);
        refuses(get("{ __typename }", "{"), BAD_REQUEST);
        refuses(client.get().uri("/graphql").exchange(), BAD_REQUEST);
    }

    @Test
    void refusesToChangeAnythingWithGet() {
        refuses(get("mutation { __typename }", ""), METHOD_NOT_ALLOWED)
                .expectHeader()
                .valueEquals(HttpHeaders.ALLOW, "POST");
        refuses(get("query A { __typename } mutation B { __typename }", ""), METHOD_NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void knowsNoOtherMethods(String method) {
        refuses(client.method(HttpMethod.valueOf(method)).uri("/graphql").exchange(), METHOD_NOT_ALLOWED);
    }

    @Test
    void asksForCredentials() {
        for (RestTestClient nobody : new RestTestClient[] {api.anonymous(), api.with("Bearer tg_" + "x".repeat(32))}) {
            nobody.post()
                    .uri("/graphql")
                    .header(HttpHeaders.CONTENT_TYPE, "application/json")
                    .body(TYPENAME)
                    .exchange()
                    .expectStatus()
                    .isEqualTo(UNAUTHORIZED)
                    .expectHeader()
                    .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .expectBody()
                    .jsonPath("$.errors[0].extensions.code")
                    .isEqualTo("UNAUTHENTICATED");
        }
    }

    @Test
    void tellsWhatEveryAnswerCost() {
        api.graphQl(client, "{ providers(first: 3) { nodes { name } } }", Map.of())
                .expectBody()
                .jsonPath("$.extensions.cost")
                .isEqualTo(Map.of("requested", 4, "actual", 4, "cellsRead", 0));
        api.graphQl(client, "{ nothing }", Map.of())
                .expectBody()
                .jsonPath("$.extensions.cost")
                .isEqualTo(Map.of("requested", 0, "actual", 0, "cellsRead", 0));
    }

    private ResponseSpec post(String body, String contentType, String accept) {
        return client.post()
                .uri("/graphql")
                .header(HttpHeaders.CONTENT_TYPE, contentType)
                .header(HttpHeaders.ACCEPT, accept)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .exchange();
    }

    private ResponseSpec get(String query, String variables) {
        return client.get()
                .uri("/graphql?query={query}&variables={variables}", query, variables)
                .exchange();
    }

    private static ResponseSpec refuses(ResponseSpec response, HttpStatus status) {
        response.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.data")
                .doesNotExist()
                .jsonPath("$.errors[0].extensions.code")
                .isEqualTo("BAD_USER_INPUT");
        return response;
    }
}
