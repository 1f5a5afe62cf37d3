package dev.tollgate.access.web;

import dev.tollgate.access.Credential;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.access.Viewers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a session speak for its account. It is read only when somebody asks who is asking: a picture costs no statement. */
final class SessionFilter extends OncePerRequestFilter {

    private final Viewers viewers;

    SessionFilter(Viewers viewers) {
        this.viewers = viewers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityContextHolder.setDeferredContext(() -> context(request));
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private SecurityContext context(HttpServletRequest request) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        Credential.session(request)
                .ifPresent(session -> viewers.ofRequest(session)
                        .ifPresent(viewer -> context.setAuthentication(
                                new ViewerAuthentication(viewer, request.getRemoteAddr(), session.id()))));
        return context;
    }
}
