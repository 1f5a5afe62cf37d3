package dev.tollgate.access.web;

import dev.tollgate.access.Accounts;
import dev.tollgate.access.Role;
import dev.tollgate.core.Scope;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@TollgateTest
class SameOriginTests {

    private static final String PASSWORD = "correct horse battery";

    private final TestApi api;
    private final TestKeys keys;
    private final Organization organization;
    private final RestTestClient browser;

    @Autowired
    SameOriginTests(TestApi api, TestKeys keys, Accounts accounts, TestOrganizations organizations) {
        this.api = api;
        this.keys = keys;
        this.organization = organizations.create();
        String email = UUID.randomUUID() + "@example.com";
        accounts.create(email, "Owner", PASSWORD, organization.id(), Role.OWNER);
        this.browser = api.signedIn(email, PASSWORD);
    }

    @Test
    void takesRequestsOfItsOwnPages() {
        record(browser, Map.of(HttpHeaders.ORIGIN, api.origin()), 200);
        record(browser, Map.of("Sec-Fetch-Site", "same-origin", HttpHeaders.ORIGIN, "https://hidden.example.com"), 200);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example.com",
        "Origin, http://localhost",
        "Origin, null",
        "Origin, nonsense",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "X-Nothing, said",
    })
    void refusesRequestsOfOtherPages(String header, String value) {
        record(browser, Map.of(header, value), 403);
    }

    @Test
    void believesTheBrowserBeforeTheOrigin() {
        record(browser, Map.of("Sec-Fetch-Site", "cross-site", HttpHeaders.ORIGIN, api.origin()), 403);
    }

    @Test
    void knowsItsPublicAddressFromAProxy() {
        Map<String, String> proxy = Map.of("X-Forwarded-Proto", "https", "X-Forwarded-Host", "tollgate.example.com");

        record(proxied(proxy), Map.of(HttpHeaders.ORIGIN, "https://tollgate.example.com"), 200);
        record(proxied(proxy), Map.of(HttpHeaders.ORIGIN, "http://tollgate.example.com"), 403);
        record(proxied(proxy), Map.of(HttpHeaders.ORIGIN, api.origin()), 403);
    }

    @Test
    void doesNotAskKeysWhereTheyComeFrom() {
        RestTestClient key = api.with(keys.bearer(organization, Scope.USAGE_WRITE));

        record(key, Map.of(HttpHeaders.ORIGIN, "https://app.example.com", "Sec-Fetch-Site", "cross-site"), 200);
    }

    @Test
    void neverFallsBackFromAWrongKeyToTheSession() {
        record(browser, Map.of(HttpHeaders.AUTHORIZATION, "Bearer wrong", "Sec-Fetch-Site", "same-origin"), 401);
    }

    @Test
    void refusesWithTheCodeOfGraphQlThere() {
        api.graphQl(browser, "{ viewer { scopes } }", Map.of())
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.errors[0].extensions.code")
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void letsOtherSitesLinkHere() {
        browser.get()
                .uri("/session")
                .header("Sec-Fetch-Site", "cross-site")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private RestTestClient proxied(Map<String, String> headers) {
        return browser.mutate().defaultHeaders(all -> headers.forEach(all::set)).build();
    }

    private static void record(RestTestClient client, Map<String, String> headers, int status) {
        client.post()
                .uri("/v1/usage/events")
                .contentType(MediaType.APPLICATION_JSON)
                .headers(all -> headers.forEach(all::set))
                .body("[]")
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }
}
