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
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sets new passwords: by who knows the old one, or with a link that an administrator made. */
@Component
public class PasswordChanges {

    private static final Duration LINK_LIFE = Duration.ofHours(24);

    private final TenantTransactions transactions;
    private final AccountTable accounts;
    private final AccessTokens tokens;
    private final Passwords passwords;
    private final AccountSessions sessions;
    private final Standing standing;
    private final Operators operators;
    private final AuditTrail audit;
    private final Clock clock;

    PasswordChanges(
            TenantTransactions transactions,
            DSLContext sql,
            Passwords passwords,
            AccountSessions sessions,
            Standing standing,
            Operators operators,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.accounts = new AccountTable(sql);
        this.tokens = new AccessTokens(sql);
        this.passwords = passwords;
        this.sessions = sessions;
        this.standing = standing;
        this.operators = operators;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Sets a new password and ends the person's other sessions. A wrong current password counts as a failed sign-in.
     *
     * @param session the session that goes on; null: none
     * @throws ProblemException BAD_USER_INPUT with the field, RATE_LIMITED after too many wrong passwords
     */
    public void change(
            OrganizationId organization,
            Cause cause,
            AccountId account,
            String current,
            String next,
            @Nullable String session) {
        checkCurrent(account, current);
        String hash = hash("newPassword", next);
        transactions.write(organization, sql -> {
            new AccountTable(sql).setPassword(account, hash);
            audit.record(sql, organization, cause, action("changePassword", account));
            return account;
        });
        sessions.end(account, session);
    }

    /**
     * A link by which a member sets a new password, once and within a day. Links made before are void.
     *
     * @throws ProblemException NOT_FOUND when they are no member, FORBIDDEN when they are an owner or a platform operator and the
     *     actor is not, or when they belong to other organizations too, where this one has nothing to say
     */
    public IssuedLink link(OrganizationId organization, Cause cause, AccountId account) {
        Instant expiresAt = Timestamps.now(clock).plus(LINK_LIFE);
        return transactions.write(organization, sql -> {
            Member member = new MemberTable(sql, organization)
                    .find(account)
                    .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND, "There is no such member."));
            standing.require(sql, organization, cause.actor(), member.role());
            operators.protect(account, cause.actor());
            if (MemberTable.organizations(sql, account).size() > 1) {
                throw ProblemException.of(ErrorCode.FORBIDDEN, "This person belongs to other organizations too.");
            }
            LinkToken token = tokens.issue(subject(organization, account.value()), expiresAt);
            audit.record(sql, organization, cause, action("createPasswordReset", account));
            return new IssuedLink(token.value(), expiresAt);
        });
    }

    /** Sets the password of whoever the link is for and ends all their sessions; NOT_FOUND when it does not work. */
    public void reset(String token, String password, String from) {
        LinkToken link = new LinkToken(token);
        AccessTokens.Subject subject =
                tokens.find(link, Purpose.PASSWORD_RESET, Timestamps.now(clock)).orElseThrow(PasswordChanges::unknown);
        AccountId account = new AccountId(subject.id());
        String hash = hash("password", password);
        transactions.write(subject.organization(), sql -> {
            if (!tokens.use(link, Purpose.PASSWORD_RESET, Timestamps.now(clock))) {
                throw unknown();
            }
            // They may have left since, or joined another organization, in which the one that made the link has nothing
            // to say.
            if (!MemberTable.organizations(sql, account).equals(List.of(subject.organization()))) {
                throw unknown();
            }
            AccountTable table = new AccountTable(sql);
            table.setPassword(account, hash);
            table.forgive(account);
            Cause cause = new Cause(new Actor.Person(account), from, null);
            audit.record(sql, subject.organization(), cause, action("resetPassword", account));
            return account;
        });
        sessions.end(account, (String) null);
    }

    /**
     * Gives a person a random password, which is returned and shown nowhere else, forgives their failures and ends their sessions.
     *
     * @throws ProblemException BAD_USER_INPUT on {@code email} when it is no address, NOT_FOUND when nobody has it
     */
    String replace(String email) {
        AccountId account = accounts.find(new EmailAddress(email))
                .map(Account::id)
                .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND, "Nobody has this email address."));
        String password = RandomPassword.next();
        String hash = passwords.hash(password);
        OrganizationId organization = accounts.home(account).orElseThrow();
        transactions.write(organization, sql -> {
            AccountTable table = new AccountTable(sql);
            table.setPassword(account, hash);
            table.forgive(account);
            audit.record(sql, organization, Cause.TOLLGATE, action("resetPassword", account));
            return account;
        });
        sessions.end(account, (String) null);
        return password;
    }

    private void checkCurrent(AccountId account, String current) {
        AccountTable.Login login = accounts.login(account).orElseThrow(PasswordChanges::unknown);
        SignInFailures failures = login.failures();
        Instant now = Timestamps.now(clock);
        if (failures.lockedAt(now) || !accounts.replace(account, failures, failures.oneMore(now))) {
            throw ProblemException.retryLater(
                    ErrorCode.RATE_LIMITED,
                    "Too many failed attempts.",
                    failures.remaining(now).plusSeconds(1));
        }
        if (!passwords.matches(current, login.passwordHash())) {
            throw ProblemException.badInput("currentPassword", "The current password is wrong.");
        }
        accounts.forgive(account);
    }

    private String hash(String field, String password) {
        try {
            return passwords.hash(password);
        } catch (ProblemException refused) {
            throw refused.about(field);
        }
    }

    private static AuditedAction action(String name, AccountId account) {
        return new AuditedAction(name, new AuditedAction.Target("User", account.toString()), null, null);
    }

    /** Voids the link that a member has been given, in the transaction in which they leave. */
    static void voidLink(DSLContext bound, OrganizationId organization, AccountId account) {
        new AccessTokens(bound).revoke(subject(organization, account.value()));
    }

    private static AccessTokens.Subject subject(OrganizationId organization, UUID account) {
        return new AccessTokens.Subject(organization, Purpose.PASSWORD_RESET, account);
    }

    private static ProblemException unknown() {
        return ProblemException.of(ErrorCode.NOT_FOUND, "The link does not work: unknown, used or expired.");
    }
}
