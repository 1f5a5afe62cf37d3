package dev.tollgate.access.web;

import dev.tollgate.access.ExternalIdentity;
import dev.tollgate.access.IdentitySignIn;
import dev.tollgate.access.IdentitySignInResult.Refused;
import dev.tollgate.access.IdentitySignInResult.SignedIn;
import dev.tollgate.core.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Signs people in by OpenID Connect: leads them to the issuer, and takes them when they come back. */
@RestController
@RequestMapping("/oidc")
class OidcController {

    private static final Logger log = LoggerFactory.getLogger(OidcController.class);

    /** Issuers may answer with whole pages. */
    private static final int LONGEST_REASON = 300;

    private final OidcIssuers issuers;
    private final OidcExchange exchange;
    private final OidcAttempts attempts;
    private final IdentitySignIn signIn;
    private final CredentialsReader reader;

    OidcController(
            OidcIssuers issuers,
            OidcExchange exchange,
            OidcAttempts attempts,
            IdentitySignIn signIn,
            CredentialsReader reader) {
        this.issuers = issuers;
        this.exchange = exchange;
        this.attempts = attempts;
        this.signIn = signIn;
        this.reader = reader;
    }

    /** A provider as the sign-in page shows it. */
    record ProviderView(String name, String label) {}

    record ProvidersView(List<ProviderView> providers) {}

    /** Where the browser goes on to. */
    record BegunView(String location) {}

    /** What somebody begins with: the page to go on to, and the secret of an invitation; both may be absent. */
    record BeginBody(@Nullable String returnTo, @Nullable String invitation) {

        @Override
        public String toString() {
            return "BeginBody[…]";
        }
    }

    @GetMapping
    ProvidersView providers() {
        return new ProvidersView(issuers.providers().stream()
                .map(provider -> new ProviderView(provider.name(), provider.label()))
                .toList());
    }

    /** JSON only, as when signing in by password: no other site can begin what ends in somebody else's session here. */
    @PostMapping(path = "/{provider}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<BegunView> begin(@PathVariable String provider, HttpServletRequest request) throws IOException {
        BeginBody body = reader.read(request.getInputStream(), BeginBody.class);
        String returnTo = LocalPage.checked("returnTo", body.returnTo() == null ? "/" : body.returnTo());
        OidcExchange.Begun begun = exchange.begin(request, provider, returnTo, body.invitation());
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.SET_COOKIE,
                        attempts.keep(request, begun.attempt()).toString())
                .body(new BegunView(begun.location()));
    }

    /** The issuer leads here. What goes wrong is told by the sign-in page, as a code in its address. */
    @GetMapping("/{provider}/callback")
    ResponseEntity<Void> finish(
            @PathVariable String provider,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String error,
            HttpServletRequest request) {
        Optional<OidcAttempt> attempt = issuers.knows(provider) ? attempts.find(request, provider) : Optional.empty();
        if (attempt.isEmpty() || state == null || !same(attempt.get().state(), state)) {
            return refused(request, OidcRefusal.EXPIRED.name(), "/");
        }
        String returnTo = attempt.get().returnTo();
        if (error != null || code == null || code.isBlank()) {
            boolean cancelled = "access_denied".equals(error);
            return refused(request, (cancelled ? OidcRefusal.CANCELLED : OidcRefusal.PROVIDER_FAILED).name(), returnTo);
        }
        return identity(attempt.get(), code, state)
                .map(identity -> enter(request, attempt.get(), identity))
                .orElseGet(() -> refused(request, OidcRefusal.PROVIDER_FAILED.name(), returnTo));
    }

    private Optional<ExternalIdentity> identity(OidcAttempt attempt, String code, String state) {
        try {
            return Optional.of(exchange.finish(attempt, code, state));
        } catch (AuthenticationException | ProblemException failure) {
            log.warn(
                    "A sign-in with the OpenID Connect provider {} failed: {}",
                    attempt.provider(),
                    StringUtils.abbreviate(failure.getMessage(), LONGEST_REASON));
            return Optional.empty();
        }
    }

    private ResponseEntity<Void> enter(HttpServletRequest request, OidcAttempt attempt, ExternalIdentity identity) {
        return switch (signIn.attempt(identity, attempt.invitation(), request.getRemoteAddr())) {
            case SignedIn(var account, var organization) -> {
                AccountSession.begin(request, account, organization);
                yield to(request, attempt.returnTo());
            }
            case Refused(var reason) -> refused(request, reason.name(), attempt.returnTo());
        };
    }

    private ResponseEntity<Void> refused(HttpServletRequest request, String code, String returnTo) {
        UriComponentsBuilder page = UriComponentsBuilder.fromPath("/sign-in").queryParam("error", "{error}");
        return to(
                request,
                returnTo.equals("/")
                        ? page.encode().buildAndExpand(code).toUriString()
                        : page.queryParam("returnTo", "{returnTo}")
                                .encode()
                                .buildAndExpand(code, returnTo)
                                .toUriString());
    }

    private ResponseEntity<Void> to(HttpServletRequest request, String page) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(page))
                .header(HttpHeaders.SET_COOKIE, attempts.forget(request).toString())
                .build();
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
