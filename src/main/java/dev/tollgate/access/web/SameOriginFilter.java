package dev.tollgate.access.web;

import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests that another site's page makes with the browser's session. A request that may change something, or open a
 * WebSocket, must come from a page of this origin: browsers say so in headers that no page can set.
 */
final class SameOriginFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isHarmless(request) && hasSession() && !isSameOrigin(request)) {
            throw ProblemException.of(ErrorCode.FORBIDDEN, "The request does not come from a page of this site.");
        }
        chain.doFilter(request, response);
    }

    private static boolean isHarmless(HttpServletRequest request) {
        return SAFE.contains(request.getMethod())
                && !"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }

    private static boolean hasSession() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof ViewerAuthentication;
    }

    /** {@code Sec-Fetch-Site} goes first: it is right also behind a proxy that hides the public address. */
    private static boolean isSameOrigin(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        return request.getHeader(HttpHeaders.ORIGIN) != null && !CorsUtils.isCorsRequest(request);
    }
}
