package dev.tollgate.access;

import dev.tollgate.core.AccountId;
import dev.tollgate.core.OrganizationId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.session.FindByIndexNameSessionRepository;

/** What somebody proves with who they are. A connection that lasts keeps it, to ask again whether it still holds. */
public sealed interface Credential {

    /**
     * The value of an {@code Authorization} header, right or wrong.
     *
     * @param address the network address it comes from; null when it is not known
     */
    record Bearer(String authorization, @Nullable String address) implements Credential {

        @Override
        public String toString() {
            return "Bearer[…]";
        }
    }

    /**
     * A browser's session.
     *
     * @param account whose it is
     * @param organization the organization it was moved into; null: the one that the person's sessions begin in
     */
    record BrowserSession(
            String id, AccountId account, @Nullable OrganizationId organization) implements Credential {

        @Override
        public String toString() {
            return "BrowserSession[" + account + "]";
        }
    }

    /** What the request brings: a bearer token before a session; empty when it is neither. */
    static Optional<Credential> of(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null && Viewers.isBearer(authorization)) {
            return Optional.of(new Bearer(authorization, request.getRemoteAddr()));
        }
        return session(request).map(found -> found);
    }

    /** The session that the request brings; empty when there is none in which somebody is signed in. */
    static Optional<BrowserSession> session(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME)
                                instanceof String account
                ? Optional.of(new BrowserSession(session.getId(), AccountId.of(account), organization(session)))
                : Optional.empty();
    }

    private static @Nullable OrganizationId organization(HttpSession session) {
        return session.getAttribute(AccountSessions.ORGANIZATION) instanceof String id ? OrganizationId.of(id) : null;
    }
}
