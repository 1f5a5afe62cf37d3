package dev.tollgate.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import dev.tollgate.access.Account;
import dev.tollgate.access.Accounts;
import dev.tollgate.access.Invitations;
import dev.tollgate.access.Members;
import dev.tollgate.access.PasswordChanges;
import dev.tollgate.access.Profiles;
import dev.tollgate.access.Role;
import dev.tollgate.access.web.TestIssuer.Person;
import dev.tollgate.audit.AuditEntry;
import dev.tollgate.audit.AuditFilter;
import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.ProblemException;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestClock;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.catalina.LifecycleException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Signing in with a real issuer, as a browser does it. */
@TollgateTest
class OidcSignInTests {

    private static final String PASSWORD = "correct horse battery";
    private static final TestIssuer ISSUER = TestIssuer.start();

    private final TestApi api;
    private final Accounts accounts;
    private final Invitations invitations;
    private final Members members;
    private final Profiles profiles;
    private final AuditTrail audit;
    private final TestClock clock;
    private final Organization organization;
    private String email = "";

    @Autowired
    OidcSignInTests(
            TestApi api,
            Accounts accounts,
            Invitations invitations,
            Members members,
            Profiles profiles,
            AuditTrail audit,
            TestClock clock,
            TestOrganizations organizations) {
        this.api = api;
        this.accounts = accounts;
        this.invitations = invitations;
        this.members = members;
        this.profiles = profiles;
        this.audit = audit;
        this.clock = clock;
        this.organization = organizations.create();
    }

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry settings) {
        settings.add("tollgate.oidc.test.issuer", ISSUER::address);
        settings.add("tollgate.oidc.test.client-id", () -> TestIssuer.CLIENT_ID);
        settings.add("tollgate.oidc.test.client-secret", () -> TestIssuer.CLIENT_SECRET);
        settings.add("tollgate.oidc.test.label", () -> "Test issuer");
        settings.add("tollgate.oidc.away.issuer", () -> "http://127.0.0.1:1");
        settings.add("tollgate.oidc.away.client-id", () -> "x");
        settings.add("tollgate.oidc.away.client-secret", () -> "x");
    }

    @AfterAll
    static void stop() throws LifecycleException {
        ISSUER.close();
    }

    @BeforeEach
    void somebodyElse() {
        email = UUID.randomUUID() + "@example.com";
        ISSUER.is(Person.of(email));
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void tellsWhichProvidersThereAre() {
        api.anonymous()
                .get()
                .uri("/oidc")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"providers":[{"name":"away","label":"Away"},{"name":"test","label":"Test issuer"}]}""");
    }

    @Test
    void signsInAMemberWhoseAddressTheIssuerHasVerified() {
        Account account = member();

        Arrival arrival = signIn(Map.of("returnTo", "/quotas?status=WARNING"));

        assertThat(arrival.page()).isEqualTo("/quotas?status=WARNING");
        assertThat(whoIs(arrival.session())).contains(email);
        assertThat(entries()).extracting(AuditEntry::action).containsExactlyInAnyOrder("linkIdentity", "signIn");
        assertThat(entries().toString()).contains(account.id().toString()).doesNotContain(email);
    }

    @Test
    void knowsAPersonByTheIssuersSubjectFromThenOn() {
        Person person = Person.of(email);
        ISSUER.is(person);
        member();
        signIn(Map.of());
        ISSUER.is(person.called("renamed-" + email).unverified());

        assertThat(whoIs(signIn(Map.of()).session())).contains("\"" + email + "\"");
    }

    @Test
    void asksForTheAddressThatIsNotInTheToken() {
        member();
        ISSUER.tellsWhenAsked();

        assertThat(whoIs(signIn(Map.of()).session())).contains(email);
    }

    @Test
    void goesToTheIssuerWithStateNonceAndPkce() {
        Begun begun = begin(Map.of());

        assertThat(begun.location())
                .startsWith(ISSUER.address())
                .contains("response_type=code", "state=", "nonce=", "code_challenge=", "code_challenge_method=S256");
        assertThat(begun.location()).doesNotContain(TestIssuer.CLIENT_SECRET);
        assertThat(begun.cookie().isHttpOnly()).isTrue();
        assertThat(begun.cookie().getSameSite()).isEqualTo("Lax");
        assertThat(begun.cookie().getPath()).isEqualTo("/oidc");
    }

    @Test
    void refusesWhomNobodyInvited() {
        expectRefusal(signIn(Map.of()), "NOT_INVITED");
    }

    @Test
    void refusesAnAddressThatTheIssuerHasNotVerified() {
        member();
        ISSUER.is(Person.of(email).unverified());

        expectRefusal(signIn(Map.of()), "EMAIL_NOT_VERIFIED");

        assertThat(entries()).extracting(AuditEntry::reason).containsExactly("test: EMAIL_NOT_VERIFIED");
    }

    @Test
    void refusesWhoIsSuspended() {
        Account account = member();
        signIn(Map.of());
        members.suspend(organization.id(), Cause.TOLLGATE, account.id());

        expectRefusal(signIn(Map.of()), "SUSPENDED");

        assertThat(entries().getFirst().reason()).isEqualTo("test: SUSPENDED");
    }

    @Test
    void refusesWhoWasDeleted() {
        Account account = member();
        signIn(Map.of());
        profiles.delete(organization.id(), Cause.TOLLGATE, account.id());

        expectRefusal(signIn(Map.of()), "NOT_INVITED");
    }

    @Test
    void keepsAnAccountFromWhoGotItsAddressLater() {
        member();
        signIn(Map.of());
        ISSUER.is(Person.of(email));

        expectRefusal(signIn(Map.of()), "OTHER_IDENTITY");
    }

    @Test
    void letsWhoWasInvitedJoinWithoutAPassword() {
        ISSUER.is(Person.of("private-" + email).unverified());
        String token = invitation(email);

        Arrival arrival = signIn(Map.of("invitation", token));

        assertThat(whoIs(arrival.session())).contains("\"" + email + "\"", "Ida Entity", organization.slug());
        assertThat(entries()).extracting(AuditEntry::action).contains("acceptInvitation", "linkIdentity", "signIn");
        api.signIn(email, "").expectStatus().isUnauthorized();
        assertThat(whoIs(signIn(Map.of()).session())).contains("\"" + email + "\"");
        ISSUER.is(Person.of("other-" + email));
        expectRefusal(signIn(Map.of("invitation", token)), "INVITATION_INVALID");
    }

    @Test
    void letsAMemberOfAnotherOrganizationFollowAnInvitation(@Autowired TestOrganizations organizations) {
        Organization first = organizations.create();
        accounts.create(email, "Member", PASSWORD, first.id(), Role.MEMBER);

        Arrival arrival = signIn(Map.of("invitation", invitation(email)));

        assertThat(whoIs(arrival.session())).contains(organization.slug());
    }

    /** Whoever made the account elsewhere may have chosen its password, and its administrators could set another. */
    @Test
    void leavesNoOtherWayIntoAnAccountThatJoinsAFurtherOrganization(
            @Autowired TestOrganizations organizations, @Autowired PasswordChanges passwords) {
        Organization first = organizations.create();
        Account account = accounts.create(email, "Member", PASSWORD, first.id(), Role.MEMBER);
        String before = api.session(email, PASSWORD);
        String reset = passwords.link(first.id(), Cause.TOLLGATE, account.id()).token();

        signIn(Map.of("invitation", invitation(email)));

        api.signIn(email, PASSWORD).expectStatus().isUnauthorized();
        session(before).expectStatus().isUnauthorized();
        assertThatThrownBy(() -> passwords.reset(reset, PASSWORD, "127.0.0.1")).isInstanceOf(ProblemException.class);
    }

    @Test
    void keepsAnInvitedAccountFromWhoDoesNotProveToHaveIt() {
        String token = invitation(email);
        member();
        ISSUER.is(Person.of("other-" + email));

        expectRefusal(signIn(Map.of("invitation", token)), "ACCOUNT_EXISTS");
    }

    static Stream<Named<Consumer<JwtClaimsSet.Builder>>> lies() {
        return Stream.of(
                Named.of("nonce", claims -> claims.claim("nonce", "another")),
                Named.of("audience", claims -> claims.audience(List.of("another"))),
                Named.of("issuer", claims -> claims.issuer("https://another.example")),
                Named.of(
                        "expiry",
                        claims -> claims.issuedAt(Instant.now().minusSeconds(7_200))
                                .expiresAt(Instant.now().minusSeconds(3_600))));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void takesNoTokenThatIsNotForThisSignIn(Consumer<JwtClaimsSet.Builder> lie) {
        member();
        ISSUER.lies(lie);

        expectRefusal(signIn(Map.of()), "PROVIDER_FAILED");
        assertThat(entries()).isEmpty();
    }

    @Test
    void takesNoCodeWithoutTheVerifierOfThisBrowser() {
        member();
        Begun begun = begin(Map.of());
        URI back = ISSUER.consent(begun.location());
        String kept = new String(Base64.getUrlDecoder().decode(begun.cookie().getValue()), StandardCharsets.UTF_8);
        String verifier = JsonPath.read(kept, "$.verifier");

        expectRefusal(arrive(back, encoded(kept.replace(verifier, "another-verifier".repeat(4)))), "PROVIDER_FAILED");
    }

    @Test
    void takesNoAnswerThatThisBrowserDidNotAskFor() {
        member();
        Begun begun = begin(Map.of());
        URI back = ISSUER.consent(begun.location());
        Begun other = begin(Map.of());

        expectRefusal(arrive(back, null), "EXPIRED");
        expectRefusal(arrive(back, other.cookie().getValue()), "EXPIRED");
        expectRefusal(arrive(back, "nonsense"), "EXPIRED");
        expectRefusal(arrive(back, encoded("{}")), "EXPIRED");
        expectRefusal(
                arrive(URI.create("/oidc/test/callback?code=x"), begun.cookie().getValue()), "EXPIRED");
        expectRefusal(
                arrive(
                        URI.create("/oidc/away/callback?" + back.getRawQuery()),
                        begun.cookie().getValue()),
                "EXPIRED");
    }

    @Test
    void takesNoAnswerThatComesTooLate() {
        member();
        Begun begun = begin(Map.of());
        URI back = ISSUER.consent(begun.location());
        clock.advance(Duration.ofMinutes(10));

        expectRefusal(arrive(back, begun.cookie().getValue()), "EXPIRED");
    }

    @Test
    void forgetsTheAttemptOnceItWasAnswered() {
        member();
        assertThat(signIn(Map.of()).attempt()).isEmpty();
    }

    @Test
    void tellsThatThePersonDidNotWantTo() {
        Begun begun = begin(Map.of("returnTo", "/quotas"));
        String state = URI.create(begun.location()).getRawQuery().replaceAll(".*state=([^&]*).*", "$1");

        Arrival arrival = arrive(
                URI.create("/oidc/test/callback?error=access_denied&state=" + state),
                begun.cookie().getValue());

        assertThat(arrival.page()).isEqualTo("/sign-in?error=CANCELLED&returnTo=%2Fquotas");
    }

    @Test
    void takesNoAnswerWithoutACode() {
        Begun begun = begin(Map.of());
        String state = URI.create(begun.location()).getRawQuery().replaceAll(".*state=([^&]*).*", "$1");

        expectRefusal(
                arrive(
                        URI.create("/oidc/test/callback?code=&state=" + state),
                        begun.cookie().getValue()),
                "PROVIDER_FAILED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/\\evil.example", "https://evil.example", "evil", "", "/a\nb", "/%zz"})
    void leadsToNoOtherSite(String page) {
        start("test", Map.of("returnTo", page))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.field")
                .isEqualTo("returnTo");
    }

    @Test
    void leadsToNoOtherSiteByACookieEither() {
        member();
        Begun begun = begin(Map.of());
        URI back = ISSUER.consent(begun.location());
        String kept = new String(Base64.getUrlDecoder().decode(begun.cookie().getValue()), StandardCharsets.UTF_8);

        expectRefusal(
                arrive(back, encoded(kept.replace("\"returnTo\":\"/\"", "\"returnTo\":\"//evil.example\""))),
                "EXPIRED");
    }

    @Test
    void beginsASessionUnderANewId() {
        member();
        String old = api.session(email, PASSWORD);
        Begun begun = begin(Map.of());

        ResponseSpec answer = callback(ISSUER.consent(begun.location()))
                .cookie(OidcAttempts.COOKIE, begun.cookie().getValue())
                .cookie("tollgate_session", old)
                .exchange();

        assertThat(Arrival.of(answer).session()).isNotEmpty().isNotEqualTo(old);
        session(old).expectStatus().isUnauthorized();
    }

    @Test
    void saysThatTheIssuerIsAway() {
        start("away", Map.of())
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("UNAVAILABLE");
    }

    @Test
    void knowsNoOtherProvider() {
        start("unknown", Map.of()).expectStatus().isNotFound();
    }

    @Test
    void takesNoForms() {
        api.anonymous()
                .post()
                .uri("/oidc/test")
                .contentType(MediaType.TEXT_PLAIN)
                .body("{}")
                .exchange()
                .expectStatus()
                .isEqualTo(415);
    }

    private Account member() {
        return accounts.create(email, "Member", PASSWORD, organization.id(), Role.MEMBER);
    }

    private String invitation(String address) {
        return invitations
                .invite(organization.id(), Cause.TOLLGATE, address, Role.ANALYST, Duration.ofDays(1))
                .link()
                .token();
    }

    private List<AuditEntry> entries() {
        return audit.list(organization.id(), AuditFilter.ALL, null, 100).stream()
                .filter(entry -> !entry.action().equals("suspendUser"))
                .filter(entry -> !entry.action().equals("inviteMember"))
                .toList();
    }

    private record Begun(String location, ResponseCookie cookie) {}

    /** Where a browser ends up, and with which cookies. */
    private record Arrival(String page, String session, String attempt) {

        static Arrival of(ResponseSpec answer) {
            var result = answer.expectStatus().isEqualTo(303).returnResult();
            return new Arrival(
                    String.valueOf(result.getResponseHeaders().getFirst("Location")),
                    value(result.getResponseCookies().getFirst("tollgate_session")),
                    value(result.getResponseCookies().getFirst(OidcAttempts.COOKIE)));
        }

        private static String value(@Nullable ResponseCookie cookie) {
            return cookie == null ? "" : cookie.getValue();
        }
    }

    private static void expectRefusal(Arrival arrival, String code) {
        assertThat(arrival.page()).isEqualTo("/sign-in?error=" + code);
        assertThat(arrival.session()).isEmpty();
    }

    private Arrival signIn(Map<String, String> body) {
        Begun begun = begin(body);
        return arrive(ISSUER.consent(begun.location()), begun.cookie().getValue());
    }

    private Begun begin(Map<String, String> body) {
        var result = start("test", body)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult();
        return new Begun(
                JsonPath.read(Objects.requireNonNull(result.getResponseBody()), "$.location"),
                Objects.requireNonNull(result.getResponseCookies().getFirst(OidcAttempts.COOKIE)));
    }

    private ResponseSpec start(String provider, Map<String, String> body) {
        return loopback()
                .post()
                .uri("/oidc/" + provider)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private Arrival arrive(URI back, @Nullable String cookie) {
        var request = callback(back);
        return Arrival.of((cookie == null ? request : request.cookie(OidcAttempts.COOKIE, cookie)).exchange());
    }

    private RestTestClient.RequestHeadersSpec<?> callback(URI back) {
        return loopback().get().uri(URI.create(origin() + back.getRawPath() + "?" + back.getRawQuery()));
    }

    /** By its number: issuers take any port for that, and not for its name. */
    private RestTestClient loopback() {
        return api.anonymous().mutate().baseUrl(origin()).build();
    }

    private String origin() {
        return api.origin().replace("localhost", "127.0.0.1");
    }

    private ResponseSpec session(String cookie) {
        return api.anonymous()
                .get()
                .uri("/session")
                .cookie("tollgate_session", cookie)
                .exchange();
    }

    private String whoIs(String cookie) {
        return String.valueOf(session(cookie)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static String encoded(String attempt) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(attempt.getBytes(StandardCharsets.UTF_8));
    }
}
