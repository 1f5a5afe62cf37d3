package dev.tollgate.access;

import dev.tollgate.access.AccessTokens.Purpose;
import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.AuditedAction;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.Actor;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.tenancy.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks people to join an organization, by a link that works once and for some days. */
@Component
public class Invitations {

    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration OWNERS_LINK = Duration.ofDays(7);
    private static final int MOST_OPEN = 200;

    private final TenantTransactions transactions;
    private final AccessTokens tokens;
    private final Standing standing;
    private final Accounts accounts;
    private final SignIn signIn;
    private final IdentityLinks identities;
    private final AccountSessions sessions;
    private final AuditTrail audit;
    private final Clock clock;

    Invitations(
            TenantTransactions transactions,
            DSLContext sql,
            Standing standing,
            Accounts accounts,
            SignIn signIn,
            IdentityLinks identities,
            AccountSessions sessions,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.tokens = new AccessTokens(sql);
        this.standing = standing;
        this.accounts = accounts;
        this.signIn = signIn;
        this.identities = identities;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** An invitation just made, and its link. */
    public record Sent(Invitation invitation, IssuedLink link) {}

    /**
     * Invites somebody.
     *
     * @param validFor for how long, more than nothing and up to 30 days
     * @throws ProblemException BAD_USER_INPUT with the field; FORBIDDEN when the role is OWNER and the actor no owner; CONFLICT when
     *     the person is a member already, or too many invitations are open
     */
    public Sent invite(OrganizationId organization, Cause cause, String email, Role role, Duration validFor) {
        if (!validFor.isPositive() || validFor.compareTo(LONGEST) > 0) {
            throw ProblemException.badInput("validFor", "An invitation holds for up to 30 days.");
        }
        Invitation invitation = invitation(email, role, validFor);
        return transactions.write(organization, sql -> {
            standing.require(sql, organization, cause.actor(), role);
            return send(sql, organization, cause, "inviteMember", invitation);
        });
    }

    /** Invites an owner for a week, whoever asks: that they are a platform operator is for the caller to check. Throws as invite. */
    public Sent inviteOwner(OrganizationId organization, Cause cause, String email) {
        Invitation invitation = invitation(email, Role.OWNER, OWNERS_LINK);
        return transactions.write(
                organization, sql -> send(sql, organization, cause, "inviteOrganizationOwner", invitation));
    }

    private Invitation invitation(String email, Role role, Duration validFor) {
        Instant now = Timestamps.now(clock);
        return new Invitation(
                UUID.randomUUID(),
                new EmailAddress(email).value(),
                role,
                now,
                now.plus(validFor).truncatedTo(ChronoUnit.MICROS),
                null,
                null);
    }

    private Sent send(DSLContext sql, OrganizationId organization, Cause cause, String action, Invitation invitation) {
        check(sql, organization, invitation);
        new InvitationTable(sql, organization).insert(invitation);
        LinkToken token = tokens.issue(subject(organization, invitation.id()), invitation.expiresAt());
        audit.record(sql, organization, cause, AuditedAction.created(action, target(invitation), fields(invitation)));
        return new Sent(invitation, new IssuedLink(token.value(), invitation.expiresAt()));
    }

    /** The invitations that can still be accepted, newest first. */
    public List<Invitation> open(OrganizationId organization) {
        return transactions.read(
                organization, sql -> new InvitationTable(sql, organization).open(clock.instant(), MOST_OPEN));
    }

    /** Takes an invitation back; empty when there is none. CONFLICT when it was accepted. */
    public Optional<Invitation> revoke(OrganizationId organization, Cause cause, UUID id) {
        return transactions.write(organization, sql -> {
            InvitationTable table = new InvitationTable(sql, organization);
            Optional<Invitation> found = table.lock(id);
            found.ifPresent(invitation -> {
                if (invitation.acceptedAt() != null) {
                    throw ProblemException.of(ErrorCode.CONFLICT, "The invitation was accepted.");
                }
                table.revoke(id, Timestamps.now(clock));
                tokens.revoke(subject(organization, id));
                audit.record(
                        sql,
                        organization,
                        cause,
                        AuditedAction.removed("revokeInvitation", target(invitation), fields(invitation)));
            });
            return found.flatMap(_ -> table.lock(id));
        });
    }

    /**
     * Lets somebody join who has an account that the password proves to be theirs, or else makes a new person, who has it from then on.
     *
     * @throws ProblemException NOT_FOUND when the link does not work, BAD_USER_INPUT with the field, CONFLICT when there is an account
     *     with another password, RATE_LIMITED after too many wrong ones
     */
    public Account accept(String token, String name, String password, String from) {
        LinkToken link = new LinkToken(token);
        OrganizationId organization = organization(link);
        Optional<Account> known = invited(link, organization).flatMap(accounts::findByEmail);
        if (known.isPresent()) {
            prove(known.get(), password, from);
            accept(
                    token,
                    known.get().id(),
                    new Cause(new Actor.Person(known.get().id()), from, null),
                    (String) null);
            return known.get();
        }
        return begin(link, organization, name, password, from);
    }

    /** Whom the link was sent to; empty when it does not work any more. */
    private Optional<String> invited(LinkToken link, OrganizationId organization) {
        Instant now = Timestamps.now(clock);
        return tokens.find(link, Purpose.INVITATION, now)
                .flatMap(subject -> transactions.read(
                        organization, sql -> new InvitationTable(sql, organization).find(subject.id())))
                .filter(invitation -> invitation.isOpenAt(now))
                .map(Invitation::email);
    }

    private void prove(Account known, String password, String from) {
        switch (signIn.prove(known.email(), password, from)) {
            case SignInResult.Locked(var retryAfter) ->
                throw ProblemException.retryLater(ErrorCode.RATE_LIMITED, "Too many failed attempts.", retryAfter);
            case SignInResult.Refused() ->
                throw ProblemException.of(
                        ErrorCode.CONFLICT,
                        "There is an account with this email address already, and its password is another.");
            case SignInResult.SignedIn _, SignInResult.Suspended _ -> {}
        }
    }

    private Account begin(LinkToken link, OrganizationId organization, String name, String password, String from) {
        String hash = accounts.hash(password);
        return transactions.write(organization, sql -> {
            Invitation invitation = use(sql, link, organization);
            Account account = accounts.insert(sql, organization, invitation.email(), name, hash);
            join(sql, organization, account, invitation, from);
            return account;
        });
    }

    /** Somebody who has just joined. */
    record Joined(Account account, OrganizationId organization) {}

    /**
     * Makes a new person, who joins and signs in by an identity: holding the link is enough, as it is for who chooses a password. Throws
     * NOT_FOUND when the link does not work, CONFLICT when the invited address has an account or the identity is linked.
     */
    Joined accept(String token, ExternalIdentity identity, String from) {
        LinkToken link = new LinkToken(token);
        OrganizationId organization = organization(link);
        return transactions.write(organization, sql -> {
            Invitation invitation = use(sql, link, organization);
            String name = Accounts.nameOr(identity.name(), invitation.email());
            Account account = accounts.insert(sql, organization, invitation.email(), name, Passwords.NONE);
            join(sql, organization, account, invitation, from);
            if (!identities.link(sql, organization, identity, account.id(), from)) {
                throw ProblemException.of(ErrorCode.CONFLICT, "The identity belongs to another account.");
            }
            return new Joined(account, organization);
        });
    }

    /**
     * Makes a person who is signed in a member. Who signs in by an identity has no password from then on, and no other session.
     *
     * @param session the session that goes on; null: none
     * @throws ProblemException NOT_FOUND when the link does not work, FORBIDDEN when it is for another address, CONFLICT when the
     *     person is a member already
     */
    public OrganizationId accept(String token, AccountId account, Cause cause, @Nullable String session) {
        OrganizationId organization = accept(token, account, cause, (ExternalIdentity) null);
        if (identities.isLinked(account)) {
            sessions.end(account, session);
        }
        return organization;
    }

    /**
     * Makes a person who has an account a member; throws as above.
     *
     * @param by the identity that they come with, the only one from then on; null: they are signed in
     */
    OrganizationId accept(String token, AccountId account, Cause cause, @Nullable ExternalIdentity by) {
        LinkToken link = new LinkToken(token);
        OrganizationId organization = organization(link);
        Account person = accounts.find(account).orElseThrow(Invitations::unknown);
        return transactions.write(organization, sql -> {
            Invitation invitation = use(sql, link, organization);
            if (!invitation.email().equals(person.email())) {
                throw ProblemException.of(ErrorCode.FORBIDDEN, "The invitation is for another email address.");
            }
            join(sql, organization, person, invitation, cause.address());
            if (by != null || identities.isLinked(account)) {
                identities.close(sql, account, by);
            }
            return organization;
        });
    }

    /** Voids whatever links an address was sent, in the transaction in which who has it joins or leaves. */
    static void voidLinks(DSLContext bound, OrganizationId organization, String email, Instant now) {
        AccessTokens tokens = new AccessTokens(bound);
        new InvitationTable(bound, organization)
                .revoke(email, now)
                .forEach(invitation -> tokens.revoke(subject(organization, invitation)));
    }

    private void join(
            DSLContext sql,
            OrganizationId organization,
            Account account,
            Invitation invitation,
            @Nullable String from) {
        Instant now = Timestamps.now(clock);
        if (!new AccountTable(sql).hold(account.id())) {
            throw unknown();
        }
        if (!new MemberTable(sql, organization).insert(account.id(), invitation.role(), now)) {
            throw ProblemException.of(ErrorCode.CONFLICT, "This person is a member already.");
        }
        voidLinks(sql, organization, account.email(), now);
        audit.record(
                sql,
                organization,
                new Cause(new Actor.Person(account.id()), from, null),
                AuditedAction.created(
                        "acceptInvitation",
                        new AuditedAction.Target("User", account.id().toString()),
                        Map.of("role", invitation.role(), "invitation", invitation.id())));
    }

    private OrganizationId organization(LinkToken link) {
        return tokens.find(link, Purpose.INVITATION, clock.instant())
                .map(AccessTokens.Subject::organization)
                .orElseThrow(Invitations::unknown);
    }

    private Invitation use(DSLContext sql, LinkToken link, OrganizationId organization) {
        Instant now = Timestamps.now(clock);
        AccessTokens.Subject subject =
                tokens.find(link, Purpose.INVITATION, now).orElseThrow(Invitations::unknown);
        InvitationTable table = new InvitationTable(sql, organization);
        Invitation invitation =
                table.lock(subject.id()).filter(found -> found.isOpenAt(now)).orElseThrow(Invitations::unknown);
        if (!tokens.use(link, Purpose.INVITATION, now)) {
            throw unknown();
        }
        table.accept(invitation.id(), now);
        return invitation;
    }

    private void check(DSLContext sql, OrganizationId organization, Invitation invitation) {
        if (accounts.findByEmail(invitation.email())
                .flatMap(account -> new MemberTable(sql, organization).find(account.id()))
                .isPresent()) {
            throw ProblemException.of(ErrorCode.CONFLICT, "This person is a member already.");
        }
        if (new InvitationTable(sql, organization)
                        .open(invitation.invitedAt(), MOST_OPEN)
                        .size()
                == MOST_OPEN) {
            throw ProblemException.of(ErrorCode.CONFLICT, "Too many invitations are open.");
        }
    }

    private static AccessTokens.Subject subject(OrganizationId organization, UUID id) {
        return new AccessTokens.Subject(organization, Purpose.INVITATION, id);
    }

    private static AuditedAction.Target target(Invitation invitation) {
        return new AuditedAction.Target("Invitation", invitation.id().toString());
    }

    private static Map<String, ?> fields(Invitation invitation) {
        return Map.of("role", invitation.role(), "expiresAt", invitation.expiresAt());
    }

    private static ProblemException unknown() {
        return ProblemException.of(ErrorCode.NOT_FOUND, "The link does not work: unknown, used or expired.");
    }
}
