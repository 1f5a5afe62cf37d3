package dev.tollgate.access;

import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.AuditedAction;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.organization.SuspendedOrganizations;
import dev.tollgate.tenancy.TenantTransactions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What people choose for themselves: their name, the organization a session is in; and that nothing is left of them. */
@Component
public class Profiles {

    private final TenantTransactions transactions;
    private final Members members;
    private final AccountSessions sessions;
    private final Operators operators;
    private final SuspendedOrganizations suspended;
    private final AuditTrail audit;
    private final DSLContext sql;
    private final Clock clock;

    Profiles(
            TenantTransactions transactions,
            DSLContext sql,
            Members members,
            AccountSessions sessions,
            Operators operators,
            SuspendedOrganizations suspended,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.members = members;
        this.sessions = sessions;
        this.operators = operators;
        this.suspended = suspended;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /** Gives a person another name, 1 to 100 characters; BAD_USER_INPUT when it cannot be one. */
    public Account rename(OrganizationId organization, Cause cause, AccountId account, String name) {
        String checked = Accounts.checkedName(name);
        return transactions.write(organization, bound -> {
            new AccountTable(bound).setName(account, checked);
            audit.record(bound, organization, cause, new AuditedAction("updateProfile", target(account), null, null));
            return new AccountTable(bound).find(account).orElseThrow(Profiles::unknown);
        });
    }

    /** How a person wants pages to look. */
    public Preferences preferences(AccountId account) {
        return new PreferencesTable(sql).find(account).orElse(Preferences.NONE);
    }

    /** Changes how a person wants pages to look; returns what they want now. */
    public Preferences prefer(
            OrganizationId organization, Cause cause, AccountId account, UnaryOperator<Preferences> change) {
        return transactions.write(organization, bound -> {
            PreferencesTable table = new PreferencesTable(bound);
            Preferences before = table.lock(account).orElseThrow(Profiles::unknown);
            Preferences after = change.apply(before);
            table.store(account, after);
            audit.record(
                    bound,
                    organization,
                    cause,
                    new AuditedAction("updatePreferences", target(account), before.fields(), after.fields()));
            return after;
        });
    }

    /** The organizations that a person may act in. */
    public List<OrganizationId> organizations(AccountId account) {
        return MemberTable.organizations(sql, account).stream()
                .filter(organization -> mayAct(account, organization))
                .toList();
    }

    /** Moves a session into another organization of the person; NOT_FOUND when they may not act there. */
    public void move(String session, AccountId account, OrganizationId organization) {
        if (!mayAct(account, organization)) {
            throw ProblemException.of(ErrorCode.NOT_FOUND, "There is no such organization.");
        }
        sessions.move(session, organization);
    }

    /**
     * Takes a person out of the organization, unless they left it before and belong to none, and forgets who they were: the account's id stays where it is told of, without name,
     * address, password, identities and preferences. NOT_FOUND when they are no member, FORBIDDEN when they belong to other
     * organizations too, or are a platform operator and the actor is none, CONFLICT when they are the last operator; otherwise as
     * {@link Members#remove}.
     */
    public void delete(OrganizationId organization, Cause cause, AccountId account) {
        Runnable afterwards = transactions.write(organization, bound -> {
            AccountTable table = new AccountTable(bound);
            Account person = table.lock(account).orElseThrow(Profiles::unknown);
            Runnable removed = leave(bound, organization, cause, account);
            operators.keepOne(bound, account);
            table.forget(account, clock.instant());
            new IdentityTable(bound).delete(account);
            new PreferencesTable(bound).store(account, Preferences.NONE);
            new InvitationTable(bound, organization).forget(person.email());
            audit.record(bound, organization, cause, new AuditedAction("deleteUser", target(account), null, null));
            return removed;
        });
        afterwards.run();
        sessions.end(account, (String) null);
    }

    /** Takes them out, unless they have left before: then the organization that their account was made in may have it deleted. */
    private Runnable leave(DSLContext bound, OrganizationId organization, Cause cause, AccountId account) {
        List<OrganizationId> theirs = MemberTable.organizations(bound, account);
        if (theirs.isEmpty() && new AccountTable(bound).organization(account).equals(Optional.of(organization))) {
            operators.protect(account, cause.actor());
            return () -> {};
        }
        if (!theirs.contains(organization)) {
            throw unknown();
        }
        if (theirs.size() > 1) {
            throw ProblemException.of(ErrorCode.FORBIDDEN, "This person belongs to other organizations too.");
        }
        operators.protect(account, cause.actor());
        return members.remove(bound, organization, cause, account).afterwards();
    }

    private boolean mayAct(AccountId account, OrganizationId organization) {
        return !suspended.contains(organization)
                && transactions
                        .read(organization, bound -> new MemberTable(bound, organization).role(account))
                        .isPresent();
    }

    private static AuditedAction.Target target(AccountId account) {
        return new AuditedAction.Target("User", account.toString());
    }

    private static ProblemException unknown() {
        return ProblemException.of(ErrorCode.NOT_FOUND, "There is no such person.");
    }
}
