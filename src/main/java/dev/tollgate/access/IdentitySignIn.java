package dev.tollgate.access;

import dev.tollgate.access.IdentitySignInResult.Reason;
import dev.tollgate.access.IdentitySignInResult.Refused;
import dev.tollgate.access.IdentitySignInResult.SignedIn;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.Actor;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Signs in whom an OpenID Connect issuer vouches for. An identity becomes an account's once, by an invitation that was sent, or by an
 * address that the issuer has verified and a member has; from then on the issuer's subject alone counts, and no longer the address.
 */
@Component
public class IdentitySignIn {

    private static final Logger log = LoggerFactory.getLogger(IdentitySignIn.class);

    private final IdentityLinks links;
    private final Invitations invitations;
    private final Profiles profiles;
    private final AccountSessions sessions;
    private final SignInAudit audit;
    private final DSLContext sql;

    IdentitySignIn(
            IdentityLinks links,
            Invitations invitations,
            Profiles profiles,
            AccountSessions sessions,
            SignInAudit audit,
            DSLContext sql) {
        this.links = links;
        this.invitations = invitations;
        this.profiles = profiles;
        this.sessions = sessions;
        this.audit = audit;
        this.sql = sql;
    }

    /**
     * Tries to sign in.
     *
     * @param invitation the secret of an invitation that the person follows; null when they follow none
     * @param from the network address of whoever tries
     */
    public IdentitySignInResult attempt(ExternalIdentity identity, @Nullable String invitation, String from) {
        Optional<AccountId> account = links.account(identity).or(() -> links.byVerifiedAddress(identity));
        if (invitation != null) {
            return account.map(known -> join(identity, known, invitation, from))
                    .orElseGet(() -> begin(identity, invitation, from));
        }
        return account.map(known -> enter(identity, known, null, from)).orElseGet(() -> stranger(identity, from));
    }

    private IdentitySignInResult join(ExternalIdentity identity, AccountId account, String invitation, String from) {
        if (links.isOfAnother(identity, account)) {
            return refuse(identity, account, Reason.OTHER_IDENTITY, from);
        }
        OrganizationId organization = null;
        try {
            organization =
                    invitations.accept(invitation, account, new Cause(new Actor.Person(account), from, null), identity);
            sessions.end(account, (String) null);
        } catch (ProblemException refused) {
            // Who is a member already follows the link to no other end than to get in.
            if (refused.code() != ErrorCode.CONFLICT) {
                return refuse(identity, account, reason(refused), from);
            }
        }
        return enter(identity, account, organization, from);
    }

    private IdentitySignInResult begin(ExternalIdentity identity, String invitation, String from) {
        try {
            Invitations.Joined joined = invitations.accept(invitation, identity, from);
            audit.done(joined.account().id(), from, identity.provider(), joined.organization());
            return new SignedIn(joined.account().id(), joined.organization());
        } catch (ProblemException refused) {
            log.info("{}: refused somebody with an invitation: {}", identity, refused.getMessage());
            return new Refused(reason(refused));
        }
    }

    private IdentitySignInResult enter(
            ExternalIdentity identity, AccountId account, @Nullable OrganizationId organization, String from) {
        if (profiles.organizations(account).isEmpty()) {
            boolean member = !MemberTable.organizations(sql, account).isEmpty();
            return refuse(identity, account, member ? Reason.SUSPENDED : Reason.NOT_INVITED, from);
        }
        if (!links.link(identity, account, from)) {
            return refuse(identity, account, Reason.OTHER_IDENTITY, from);
        }
        audit.done(account, from, identity.provider(), organization);
        return new SignedIn(account, organization);
    }

    private IdentitySignInResult stranger(ExternalIdentity identity, String from) {
        if (identity.emailVerified()) {
            log.info("{}: refused somebody whom nobody invited", identity);
            return new Refused(Reason.NOT_INVITED);
        }
        // Said whether there is an account or not, so that the answer does not tell.
        links.byAddress(identity).ifPresent(account -> refuse(identity, account, Reason.EMAIL_NOT_VERIFIED, from));
        log.info("{}: refused somebody without a verified email address", identity);
        return new Refused(Reason.EMAIL_NOT_VERIFIED);
    }

    private Refused refuse(ExternalIdentity identity, AccountId account, Reason reason, String from) {
        audit.refused(account, from, identity.provider() + ": " + reason);
        return new Refused(reason);
    }

    private static Reason reason(ProblemException refused) {
        return switch (refused.code()) {
            case FORBIDDEN -> Reason.INVITATION_FOR_ANOTHER;
            case CONFLICT -> Reason.ACCOUNT_EXISTS;
            case NOT_FOUND -> Reason.INVITATION_INVALID;
            default -> throw refused;
        };
    }
}
