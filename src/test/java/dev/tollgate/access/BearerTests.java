package dev.tollgate.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.apikey.IssuedApiKey;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.Scope;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestClock;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@TollgateTest
class BearerTests {

    private static final String NO_EVENTS = "[]";

    private final TestApi api;
    private final TestKeys testKeys;
    private final ApiKeys keys;
    private final TestClock clock;
    private final Organization organization;

    @Autowired
    BearerTests(TestApi api, TestKeys testKeys, ApiKeys keys, TestOrganizations organizations, TestClock clock) {
        this.api = api;
        this.testKeys = testKeys;
        this.keys = keys;
        this.clock = clock;
        this.organization = organizations.create();
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void letsAKeyIn() {
        record(api.with(testKeys.bearer(organization, Scope.USAGE_WRITE)))
                .expectStatus()
                .isOk()
                .expectCookie()
                .doesNotExist("tollgate_session");
    }

    @Test
    void takesTheSchemeInAnyCase() {
        String secret = testKeys.secret(organization.id(), Scope.USAGE_WRITE);

        record(api.with("bearer " + secret)).expectStatus().isOk();
    }

    @Test
    void asksForCredentialsWithoutAny() {
        expectUnauthenticated(record(api.anonymous()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/usage/events", "/session", "/", "/actuator/health/liveness", "/overview"})
    void refusesAWrongKeyEverywhere(String path) {
        RestTestClient wrong = api.with("Bearer tg_" + "0".repeat(40));

        expectUnauthenticated(wrong.get().uri(path).exchange());
    }

    @Test
    void refusesAWrongKeyInTheFormOfGraphQl() {
        RestTestClient wrong = api.with("Bearer nonsense");

        wrong.post()
                .uri("/graphql")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"query\":\"{viewer{scopes}}\"}")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .expectBody()
                .jsonPath("$.errors[0].extensions.code")
                .isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void refusesARevokedKeyAtOnce() {
        IssuedApiKey key = keys.create(organization.id(), Cause.TOLLGATE, "ci", Set.of(Scope.USAGE_WRITE), null);
        RestTestClient client = api.with("Bearer " + key.secret());
        record(client).expectStatus().isOk();

        keys.revoke(organization.id(), Cause.TOLLGATE, key.key().id());

        expectUnauthenticated(record(client));
    }

    @Test
    void refusesAnExpiredKey() {
        IssuedApiKey key = keys.create(
                organization.id(),
                Cause.TOLLGATE,
                "ci",
                Set.of(Scope.USAGE_WRITE),
                clock.instant().plusSeconds(60));

        clock.advance(Duration.ofSeconds(61));

        expectUnauthenticated(record(api.with("Bearer " + key.secret())));
    }

    @Test
    void refusesAKeyWithoutTheScope() {
        record(api.with(testKeys.bearer(organization, Scope.USAGE_READ)))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("FORBIDDEN");
    }

    private static RestTestClient.ResponseSpec record(RestTestClient client) {
        return client.post()
                .uri("/v1/usage/events")
                .contentType(MediaType.APPLICATION_JSON)
                .body(NO_EVENTS)
                .exchange();
    }

    private static void expectUnauthenticated(RestTestClient.ResponseSpec answer) {
        answer.expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .expectBody()
                .jsonPath("$.code")
                .value(code -> assertThat(code).isEqualTo("UNAUTHENTICATED"));
    }
}
