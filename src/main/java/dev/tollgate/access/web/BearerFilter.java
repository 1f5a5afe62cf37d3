package dev.tollgate.access.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.access.Viewers;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a bearer token speak for its key. One that is not valid is refused at once, on every path: it is never nobody. */
final class BearerFilter extends OncePerRequestFilter {

    private final Viewers viewers;
    /** Asynchronous dispatches of the same request find the viewer here. */
    private final SecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();

    BearerFilter(Viewers viewers) {
        this.viewers = viewers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new ViewerAuthentication(viewer(request), request.getRemoteAddr()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        chain.doFilter(request, response);
    }

    private Viewer viewer(HttpServletRequest request) {
        return viewers.ofAuthorization(request.getHeader(HttpHeaders.AUTHORIZATION), request.getRemoteAddr())
                .orElseThrow(() -> ProblemException.of(
                        ErrorCode.UNAUTHENTICATED, "The API key is not valid: unknown, revoked or expired."));
    }
}
