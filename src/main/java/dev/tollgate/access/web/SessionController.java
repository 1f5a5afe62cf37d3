package dev.tollgate.access.web;

import dev.tollgate.access.Accounts;
import dev.tollgate.access.Operators;
import dev.tollgate.access.Profiles;
import dev.tollgate.access.SignIn;
import dev.tollgate.access.SignInResult;
import dev.tollgate.access.Viewer;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import dev.tollgate.organization.Organizations;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signs people in to the web client. */
@RestController
@RequestMapping("/session")
class SessionController {

    private final SignIn signIn;
    private final CredentialsReader credentials;
    private final Accounts accounts;
    private final Organizations organizations;
    private final Profiles profiles;
    private final Operators operators;

    SessionController(
            SignIn signIn,
            CredentialsReader credentials,
            Accounts accounts,
            Organizations organizations,
            Profiles profiles,
            Operators operators) {
        this.signIn = signIn;
        this.credentials = credentials;
        this.accounts = accounts;
        this.organizations = organizations;
        this.profiles = profiles;
        this.operators = operators;
    }

    /** JSON only: another site's form cannot send that, so it cannot sign somebody in behind their back. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void begin(HttpServletRequest request) throws IOException {
        Credentials given = credentials.read(request.getInputStream(), Credentials.class);
        String email = required("email", given.email());
        switch (signIn.attempt(email, required("password", given.password()), request.getRemoteAddr())) {
            case SignInResult.SignedIn(var account) -> AccountSession.begin(request, account);
            case SignInResult.Refused() ->
                throw ProblemException.of(ErrorCode.UNAUTHENTICATED, "Email or password is wrong.");
            case SignInResult.Suspended() ->
                throw ProblemException.of(ErrorCode.FORBIDDEN, "This account may act in no organization at present.");
            case SignInResult.Locked(var retryAfter) ->
                throw ProblemException.retryLater(ErrorCode.RATE_LIMITED, "Too many failed attempts.", retryAfter);
        }
    }

    @GetMapping
    SessionView current(@AuthenticationPrincipal @Nullable Viewer viewer) {
        if (viewer == null || !(viewer.identity() instanceof Viewer.Person(var id))) {
            throw nobody();
        }
        return accounts.find(id)
                .map(account -> SessionView.of(
                        account,
                        viewer,
                        organizations.get(viewer.organization()),
                        profiles.organizations(id).stream()
                                .map(organizations::get)
                                .toList(),
                        profiles.preferences(id),
                        operators.isOperator(viewer)))
                .orElseThrow(SessionController::nobody);
    }

    private static String required(String field, @Nullable String value) {
        if (value == null) {
            throw ProblemException.badInput(field, field + " is needed.");
        }
        return value;
    }

    private static ProblemException nobody() {
        return ProblemException.of(ErrorCode.UNAUTHENTICATED, "Nobody is signed in.");
    }
}
