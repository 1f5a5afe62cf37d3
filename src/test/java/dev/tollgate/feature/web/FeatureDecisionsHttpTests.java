package dev.tollgate.feature.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.audit.Cause;
import dev.tollgate.core.Scope;
import dev.tollgate.feature.FeatureChange;
import dev.tollgate.feature.FeatureState;
import dev.tollgate.feature.Features;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.StatementLog;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;

@TollgateTest
class FeatureDecisionsHttpTests {

    private final TestApi api;
    private final TestKeys keys;
    private final Features features;
    private final StatementLog statements;
    private final Organization organization;

    @Autowired
    FeatureDecisionsHttpTests(
            TestApi api, TestKeys keys, Features features, StatementLog statements, TestOrganizations organizations) {
        this.api = api;
        this.keys = keys;
        this.features = features;
        this.statements = statements;
        this.organization = organizations.create();
    }

    @Test
    void answersWhetherAFeatureIsOn() {
        features.set(organization.id(), Cause.TOLLGATE, FeatureChange.to("chat", FeatureState.OFF));
        RestTestClient service = key(Scope.GATEWAY_CALL);

        decide(
                        service,
                        "{\"feature\":\"chat\",\"user\":\"u-1\",\"team\":\"search\",\"environment\":\"production\"}",
                        200)
                .json("{\"enabled\":false,\"reason\":\"STATE\",\"message\":null}");
        decide(service, "{\"feature\":\" other \",\"user\":null}", 200)
                .json("{\"enabled\":true,\"reason\":\"UNKNOWN\",\"message\":null}");
    }

    @Test
    void asksTheDatabaseTheFirstTimeOnly() {
        RestTestClient service = key(Scope.USAGE_WRITE);
        Runnable question = () -> decide(service, "{\"feature\":\"chat\",\"user\":\"u-1\"}", 200);

        assertThat(statements.during("from \"feature\"", question)).hasSize(1);
        assertThat(statements.during("from \"feature\"", question)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|feature",
                "{\"feature\":\" \"}|feature",
                "{\"feature\":7}|feature",
                "[]|feature",
                "{\"feature\":\"chat\",\"user\":{}}|user",
                "{\"feature\":\"chat\",\"tenant\":\"x\"}|tenant"
            })
    void namesTheFieldThatIsWrong(String body, String field) {
        decide(key(Scope.USAGE_READ), body, 400)
                .jsonPath("$.code")
                .isEqualTo("BAD_USER_INPUT")
                .jsonPath("$.field")
                .isEqualTo(field);
    }

    @Test
    void refusesWhatIsNoJsonAndWhoMayNotAsk() {
        decide(key(Scope.USAGE_READ), "{", 400).jsonPath("$.code").isEqualTo("BAD_USER_INPUT");
        decide(key(Scope.CONTROL_WRITE), "{\"feature\":\"chat\"}", 403)
                .jsonPath("$.code")
                .isEqualTo("FORBIDDEN");
        decide(api.anonymous(), "{\"feature\":\"chat\"}", 401)
                .jsonPath("$.code")
                .isEqualTo("UNAUTHENTICATED");
    }

    private RestTestClient key(Scope... scopes) {
        return api.with(keys.bearer(organization, scopes));
    }

    private static BodyContentSpec decide(RestTestClient client, String body, int status) {
        return client.post()
                .uri("/v1/features/decisions")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.valueOf(status))
                .expectBody();
    }
}
