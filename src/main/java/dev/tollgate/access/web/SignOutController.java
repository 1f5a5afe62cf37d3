package dev.tollgate.access.web;

import dev.tollgate.access.SessionAudit;
import dev.tollgate.access.ViewerAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signs people out of the web client; who is not signed in is out already. */
@RestController
class SignOutController {

    private final SessionAudit audit;

    SignOutController(SessionAudit audit) {
        this.audit = audit;
    }

    @DeleteMapping("/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(HttpServletRequest request) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof ViewerAuthentication authentication) {
            audit.signedOut(authentication);
        }
        AccountSession.end(request);
    }
}
