package dev.tollgate.access.web;

import dev.tollgate.core.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers what the filters behind it refuse. That a credential cannot be looked up now is no reason to call it wrong. */
final class RefusalFilter extends OncePerRequestFilter {

    private final Refusals refusals;

    RefusalFilter(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ProblemException | DataAccessException | TransactionException failure) {
            if (response.isCommitted()) {
                throw failure;
            }
            refusals.answer(request, response, failure);
        }
    }
}
