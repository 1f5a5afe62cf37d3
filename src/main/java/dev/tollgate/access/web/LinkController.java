package dev.tollgate.access.web;

import dev.tollgate.access.Account;
import dev.tollgate.access.Invitations;
import dev.tollgate.access.PasswordChanges;
import dev.tollgate.core.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes those who come by a link: to join as somebody new, or to set a new password. */
@RestController
class LinkController {

    private final Invitations invitations;
    private final PasswordChanges passwords;
    private final CredentialsReader reader;

    LinkController(Invitations invitations, PasswordChanges passwords, CredentialsReader reader) {
        this.invitations = invitations;
        this.passwords = passwords;
        this.reader = reader;
    }

    /** The new person is signed in at once. JSON only, as when signing in. */
    @PostMapping(path = "/invitations/accept", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(HttpServletRequest request) throws IOException {
        LinkBody body = reader.read(request.getInputStream(), LinkBody.class);
        Account account = invitations.accept(
                required("token", body.token()),
                required("name", body.name()),
                required("password", body.password()),
                request.getRemoteAddr());
        AccountSession.begin(request, account.id());
    }

    /** Nobody is signed in by it: all sessions end, and the new password shows who knows it. */
    @PostMapping(path = "/password/reset", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(HttpServletRequest request) throws IOException {
        LinkBody body = reader.read(request.getInputStream(), LinkBody.class);
        passwords.reset(
                required("token", body.token()), required("password", body.password()), request.getRemoteAddr());
    }

    private static String required(String field, @Nullable String value) {
        if (value == null) {
            throw ProblemException.badInput(field, field + " is needed.");
        }
        return value;
    }
}
