package dev.tollgate.access;

import dev.tollgate.access.SignInResult.Locked;
import dev.tollgate.access.SignInResult.Refused;
import dev.tollgate.access.SignInResult.SignedIn;
import dev.tollgate.access.SignInResult.Suspended;
import dev.tollgate.audit.OncePerMinute;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.tenancy.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Checks email and password. Unknown addresses and wrong passwords cannot be told apart, by answer, time or locking. */
@Component
public class SignIn {

    private static final int TRIES = 10;
    private static final Duration SOON = Duration.ofSeconds(1);
    private final OncePerMinute<AccountId> locked = new OncePerMinute<>();

    private final AccountTable accounts;
    private final StrangerFailures strangers;
    private final Passwords passwords;
    private final Profiles profiles;
    private final SignInAudit audit;
    private final Clock clock;

    SignIn(
            DSLContext sql,
            StrangerFailures strangers,
            Passwords passwords,
            Profiles profiles,
            SignInAudit audit,
            Clock clock) {
        this.accounts = new AccountTable(sql);
        this.strangers = strangers;
        this.passwords = passwords;
        this.profiles = profiles;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Tries to sign in. Throws UNAVAILABLE when too many do so at the same time.
     *
     * @param from the network address of whoever tries
     */
    public SignInResult attempt(String email, String password, String from) {
        SignInResult proven = prove(email, password, from);
        return proven instanceof SignedIn(var account) ? enter(account, from) : proven;
    }

    /** Who is known by email and password, whether they may act anywhere or not; otherwise as attempt. It is no sign-in yet. */
    SignInResult prove(String email, String password, String from) {
        EmailAddress address;
        try {
            address = new EmailAddress(email);
        } catch (ProblemException _) {
            passwords.matchesNobody(password);
            return new Refused();
        }
        return prove(address, password, from);
    }

    /**
     * Counts the attempt as failed before it looks at the password: many at the same time get no more guesses than one after
     * the other. Each try that loses against another attempt means that the other was counted, so a few tries are enough.
     */
    private SignInResult prove(EmailAddress email, String password, String from) {
        for (int i = 0; i < TRIES; i++) {
            Optional<AccountTable.Login> login = accounts.login(email);
            if (login.isEmpty()) {
                return stranger(email, password);
            }
            SignInFailures failures = login.get().failures();
            Instant now = Timestamps.now(clock);
            if (failures.lockedAt(now)) {
                refuseLocked(login.get().id(), from);
                return new Locked(failures.remaining(now));
            }
            if (accounts.replace(login.get().id(), failures, failures.oneMore(now))) {
                return check(login.get(), password, from);
            }
        }
        return new Locked(SOON);
    }

    private void refuseLocked(AccountId account, String from) {
        if (locked.isFirst(account)) {
            audit.refused(account, from, "Too many failed attempts");
        }
    }

    private SignInResult check(AccountTable.Login login, String password, String from) {
        if (!passwords.matches(password, login.passwordHash())) {
            audit.refused(login.id(), from);
            return new Refused();
        }
        accounts.forgive(login.id());
        return new SignedIn(login.id());
    }

    private SignInResult enter(AccountId account, String from) {
        if (profiles.organizations(account).isEmpty()) {
            audit.refused(account, from, "May act in no organization");
            return new Suspended();
        }
        audit.done(account, from);
        return new SignedIn(account);
    }

    private SignInResult stranger(EmailAddress email, String password) {
        Instant now = Timestamps.now(clock);
        SignInFailures before = strangers.count(email, now);
        if (before.lockedAt(now)) {
            return new Locked(before.remaining(now));
        }
        passwords.matchesNobody(password);
        return new Refused();
    }
}
