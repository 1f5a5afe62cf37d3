package dev.tollgate.access.web;

import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.AuditedAction;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Tells the audit trail of every request that the viewer was not allowed, and leaves the answer to others. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedRequests implements HandlerExceptionResolver {

    private final AuditTrail trail;

    RefusedRequests(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (failure instanceof ProblemException problem
                && problem.code() == ErrorCode.FORBIDDEN
                && SecurityContextHolder.getContext().getAuthentication()
                        instanceof ViewerAuthentication authentication) {
            note(request, authentication, problem);
        }
        return null;
    }

    private void note(HttpServletRequest request, ViewerAuthentication asking, ProblemException problem) {
        // As it is mapped: what stands in a path's place for an id could be anything.
        Object path = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String action = request.getMethod() + " " + path;
        trail.refusedAgain(
                asking.getPrincipal().organization(),
                asking.cause().because(problem.getMessage()),
                new AuditedAction(action, new AuditedAction.Target("Path", String.valueOf(path)), null, null));
    }
}
