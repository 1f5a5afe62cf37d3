package dev.tollgate.access.web;

import dev.tollgate.access.AccountSessions;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.OrganizationId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;

/**
 * A browser's session. It holds the account's id and nothing else: who that is and what they may do is found anew for each
 * request. The attribute is the one that Spring Session indexes, so that all sessions of an account can be found.
 */
final class AccountSession {

    private static final String ACCOUNT = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private AccountSession() {}

    /** Begins a session under a new id, whatever the browser brought: an id from before may be known to somebody else. */
    static void begin(HttpServletRequest request, AccountId account) {
        begin(request, account, null);
    }

    /** The same in an organization; null: in the one that the person's sessions begin in. */
    static void begin(HttpServletRequest request, AccountId account, @Nullable OrganizationId organization) {
        end(request);
        HttpSession session = request.getSession(true);
        session.setAttribute(ACCOUNT, account.toString());
        if (organization != null) {
            session.setAttribute(AccountSessions.ORGANIZATION, organization.toString());
        }
    }

    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
