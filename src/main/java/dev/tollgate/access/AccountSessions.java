package dev.tollgate.access;

import dev.tollgate.core.AccountId;
import dev.tollgate.core.OrganizationId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The browsers' sessions of people, on whatever node they began. */
@Component
public class AccountSessions {

    /** The session's attribute that names the organization it is in; absent: the one that the person's sessions begin in. */
    public static final String ORGANIZATION = "tollgate.organization";

    private final FindByIndexNameSessionRepository<?> sessions;

    AccountSessions(FindByIndexNameSessionRepository<?> sessions) {
        this.sessions = sessions;
    }

    /** Ends all sessions of a person, but one. */
    public void end(AccountId account, @Nullable String but) {
        sessions.findByPrincipalName(account.toString()).keySet().stream()
                .filter(id -> !id.equals(but))
                .forEach(sessions::deleteById);
    }

    /** Ends the sessions of a person that are in an organization, or in none in particular. */
    void end(AccountId account, OrganizationId organization) {
        sessions.findByPrincipalName(account.toString()).forEach((id, session) -> {
            Optional<OrganizationId> in = organization(session);
            if (in.isEmpty() || in.get().equals(organization)) {
                sessions.deleteById(id);
            }
        });
    }

    /** Moves a session into an organization. */
    void move(String session, OrganizationId organization) {
        move(sessions, session, organization);
    }

    private static <S extends Session> void move(
            FindByIndexNameSessionRepository<S> sessions, String id, OrganizationId organization) {
        S session = sessions.findById(id);
        if (session != null) {
            session.setAttribute(ORGANIZATION, organization.toString());
            sessions.save(session);
        }
    }

    static Optional<OrganizationId> organization(Session session) {
        return session.getAttribute(ORGANIZATION) instanceof String id
                ? Optional.of(OrganizationId.of(id))
                : Optional.empty();
    }
}
