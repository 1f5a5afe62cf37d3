package dev.tollgate.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.access.Accounts;
import dev.tollgate.access.Role;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestClock;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@TollgateTest
class SessionTests {

    private static final String PASSWORD = "correct horse battery";
    private static final String COOKIE = "tollgate_session";

    private final TestApi api;
    private final TestClock clock;
    private final Accounts accounts;
    private final Organization organization;
    private String email = "";

    @Autowired
    SessionTests(TestApi api, TestClock clock, Accounts accounts, TestOrganizations organizations) {
        this.api = api;
        this.clock = clock;
        this.accounts = accounts;
        this.organization = organizations.create();
    }

    @BeforeEach
    void newOwner() {
        email = "owner-" + UUID.randomUUID() + "@example.com";
        accounts.create(email, "Owner", PASSWORD, organization.id(), Role.OWNER);
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void givesTheBrowserACookieThatNoScriptReads() {
        api.signIn(email, PASSWORD)
                .expectStatus()
                .isNoContent()
                .expectCookie()
                .httpOnly(COOKIE, true)
                .expectCookie()
                .sameSite(COOKIE, "Strict")
                .expectCookie()
                .path(COOKIE, "/")
                .expectCookie()
                .secure(COOKIE, false);
    }

    @Test
    void keepsTheCookieToHttpsBehindAProxyThatSpeaksIt() {
        post(
                        api.anonymous()
                                .mutate()
                                .defaultHeader("X-Forwarded-Proto", "https")
                                .build(),
                        credentials(PASSWORD))
                .expectStatus()
                .isNoContent()
                .expectCookie()
                .secure(COOKIE, true);
    }

    @Test
    void tellsWhoIsSignedIn() {
        api.signedIn(email, PASSWORD)
                .get()
                .uri("/session")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"email":"%s","name":"Owner","scopes":["USAGE_WRITE","USAGE_READ","CONTROL_READ","CONTROL_WRITE",
                        "GATEWAY_CALL","ADMIN"],"organization":{"slug":"%s","name":"%s","timeZone":"%s"}}""".formatted(email, organization.slug(), organization.name(), organization.timeZone()));
    }

    @Test
    void tellsWhenNobodyIs() {
        expectUnauthenticated(api.anonymous().get().uri("/session").exchange());
        expectUnauthenticated(
                with(api.anonymous(), COOKIE, "nonsense").get().uri("/session").exchange());
    }

    @Test
    void endsTheSession() {
        RestTestClient browser = sameOrigin(api.signedIn(email, PASSWORD));

        browser.delete().uri("/session").exchange().expectStatus().isNoContent();

        expectUnauthenticated(browser.get().uri("/session").exchange());
        browser.delete().uri("/session").exchange().expectStatus().isNoContent();
    }

    @Test
    void beginsUnderANewIdWhateverTheBrowserBrings() {
        RestTestClient before = sameOrigin(api.signedIn(email, PASSWORD));
        String old = cookie(api.signIn(email, PASSWORD));

        String renewed = cookie(post(sameOrigin(with(api.anonymous(), COOKIE, old)), credentials(PASSWORD)));

        assertThat(renewed).isNotEqualTo(old);
        expectUnauthenticated(
                with(api.anonymous(), COOKIE, old).get().uri("/session").exchange());
        before.get().uri("/session").exchange().expectStatus().isOk();
    }

    @Test
    void saysTheSameOfAnUnknownAddressAndAWrongPassword() {
        String wrong = body(expectUnauthenticated(api.signIn(email, "wrong")));
        String unknown = body(expectUnauthenticated(api.signIn("nobody-" + email, "wrong")));

        assertThat(unknown).isEqualTo(wrong);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void locksAfterFiveWrongPasswordsWhetherThereIsAnAccountOrNot(boolean known) {
        clock.advance(Duration.ZERO);
        String address = known ? email : "nobody-" + email;
        for (int i = 0; i < 5; i++) {
            expectUnauthenticated(api.signIn(address, "wrong"));
        }

        api.signIn(address, PASSWORD)
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueEquals(HttpHeaders.RETRY_AFTER, "30")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("RATE_LIMITED");

        clock.advance(Duration.ofSeconds(30));
        api.signIn(address, known ? PASSWORD : "wrong").expectStatus().isEqualTo(known ? 204 : 401);
    }

    @Test
    void forgetsFailuresOnceThePasswordWasRight() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                expectUnauthenticated(api.signIn(email, "wrong"));
            }
            api.signIn(email, PASSWORD).expectStatus().isNoContent();
        }
    }

    @ParameterizedTest
    @CsvSource({"'',400", "{,400", "[],400", "null,400", "{},400", "'{\"email\":\"a@b\"}',400", "'\"text\"',400"})
    void refusesWhatAreNoCredentials(String body, int status) {
        post(api.anonymous(), body)
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void refusesBodiesThatNobodyTyped() {
        post(api.anonymous(), credentials("x".repeat(5_000))).expectStatus().isEqualTo(413);
    }

    @Test
    void takesNoForms() {
        api.anonymous()
                .post()
                .uri("/session")
                .contentType(MediaType.TEXT_PLAIN)
                .body(credentials(PASSWORD))
                .exchange()
                .expectStatus()
                .isEqualTo(415);
    }

    private String credentials(String password) {
        return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
    }

    private static ResponseSpec post(RestTestClient client, String body) {
        return client.post()
                .uri("/session")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static RestTestClient sameOrigin(RestTestClient client) {
        return client.mutate().defaultHeader("Sec-Fetch-Site", "same-origin").build();
    }

    private static RestTestClient with(RestTestClient client, String cookie, String value) {
        return client.mutate().defaultCookie(cookie, value).build();
    }

    private static String cookie(ResponseSpec answer) {
        var cookie = answer.expectStatus()
                .isNoContent()
                .returnResult()
                .getResponseCookies()
                .getFirst(COOKIE);
        assertThat(cookie).isNotNull();
        return cookie.getValue();
    }

    private static ResponseSpec expectUnauthenticated(ResponseSpec answer) {
        return answer.expectStatus().isUnauthorized().expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private static String body(ResponseSpec answer) {
        return String.valueOf(answer.expectBody(String.class).returnResult().getResponseBody());
    }
}
