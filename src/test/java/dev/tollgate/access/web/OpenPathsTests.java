package dev.tollgate.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TollgateTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@TollgateTest
class OpenPathsTests {

    private final TestApi api;

    @Autowired
    OpenPathsTests(TestApi api) {
        this.api = api;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void areOpenToMonitors(String path) {
        get(path).expectStatus().isOk();
    }

    /** Whether there is a file is the web client's matter. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/overview", "/assets/page.js"})
    void areOpenToBrowsers(String path) {
        get(path).expectStatus().value(status -> assertThat(status).isNotIn(401, 403));
    }

    @Test
    void areOpenToPrometheus() {
        get("/actuator/prometheus").expectStatus().isOk();
    }

    @Test
    void tellNothingOfTheInside() {
        get("/actuator/health")
                .expectBody()
                .jsonPath("$.components")
                .doesNotExist()
                .jsonPath("$.details")
                .doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/beans", "/actuator/heapdump", "/actuator/loggers"})
    void showNothingElseOfOperations(String path) {
        get(path).expectStatus().isNotFound();
    }

    @Test
    void areClosedToWhateverChangesSomething() {
        api.anonymous().post().uri("/overview").exchange().expectStatus().isUnauthorized();
        get("/v1/anything").expectStatus().isUnauthorized();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Security-Policy | default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
                        + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
                "X-Content-Type-Options | nosniff",
                "X-Frame-Options | DENY",
                "Referrer-Policy | no-referrer",
            })
    void haveTheHeadersThatKeepBrowsersStrict(String header, String value) {
        get("/").expectHeader().valueEquals(header, value);
        get("/v1/anything").expectHeader().valueEquals(header, value);
    }

    @Test
    void askForHttpsOnlyWhereThereIsHttps() {
        get("/").expectHeader().doesNotExist("Strict-Transport-Security");
        api.anonymous()
                .get()
                .uri("/")
                .header("X-Forwarded-Proto", "https")
                .exchange()
                .expectHeader()
                .valueEquals("Strict-Transport-Security", "max-age=31536000");
    }

    @Test
    void setNoCookieOnVisitors() {
        get("/").expectHeader().doesNotExist(HttpHeaders.SET_COOKIE);
    }

    private ResponseSpec get(String path) {
        return api.anonymous().get().uri(path).exchange();
    }
}
