package dev.tollgate.access;

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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * The platform operators: people above all organizations. They see nothing of what is in an organization unless they are members, and act
 * with a session of their own, never with an API key. Who becomes one, or is one no more, is in the audit log of the organization in which
 * it was done.
 */
@Component
public class Operators {

    private final AccountTable accounts;
    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final Clock clock;

    Operators(DSLContext sql, TenantTransactions transactions, AuditTrail audit, Clock clock) {
        this.accounts = new AccountTable(sql);
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The operators, in the order in which they became it. */
    public List<Account> list() {
        return accounts.operators();
    }

    /** Whether the viewer is a person and an operator; of an API key never. */
    public boolean isOperator(Viewer viewer) {
        return isOperator(viewer.actor());
    }

    /** Throws FORBIDDEN unless the viewer is an operator. */
    public void require(Viewer viewer) {
        if (!isOperator(viewer)) {
            throw ProblemException.of(ErrorCode.FORBIDDEN, "This is for platform operators.");
        }
    }

    /**
     * Makes a person an operator; one who is stays one.
     *
     * @param organization where it is recorded
     * @throws ProblemException BAD_USER_INPUT on {@code email} when it is no address, NOT_FOUND when nobody has it
     */
    public Account grant(OrganizationId organization, Cause cause, String email) {
        Account account = accounts.find(new EmailAddress(email))
                .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND, "Nobody has this email address."));
        return transactions.write(organization, bound -> {
            new AccountTable(bound).setOperator(account.id(), Timestamps.now(clock));
            audit.record(
                    bound,
                    organization,
                    cause,
                    new AuditedAction("grantOperator", target(account.id()), Map.of(), Map.of("operator", true)));
            return account;
        });
    }

    /** The same for a person who belongs to the organization in which it is recorded. */
    public Account grant(Cause cause, String email) {
        OrganizationId home = accounts.find(new EmailAddress(email))
                .flatMap(account -> accounts.home(account.id()))
                .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND, "Nobody has this email address."));
        return grant(home, cause, email);
    }

    /**
     * Makes an operator an ordinary person.
     *
     * @throws ProblemException NOT_FOUND when they are none, CONFLICT when they are the last
     */
    public Account revoke(OrganizationId organization, Cause cause, AccountId account) {
        return transactions.write(organization, bound -> {
            AccountTable table = new AccountTable(bound);
            Set<AccountId> operators = table.lockOperators();
            if (!operators.contains(account)) {
                throw ProblemException.of(ErrorCode.NOT_FOUND, "There is no such operator.");
            }
            keepOne(operators, account);
            table.setOperator(account, null);
            audit.record(
                    bound,
                    organization,
                    cause,
                    new AuditedAction("revokeOperator", target(account), Map.of("operator", true), Map.of()));
            return table.find(account).orElseThrow();
        });
    }

    /**
     * For what an organization's administrator could take an operator's account over by, or away: operators alone do that with operators.
     * Throws FORBIDDEN when the account is an operator's and the actor is none.
     */
    void protect(AccountId account, Actor actor) {
        if (isOperator(new Actor.Person(account)) && !isOperator(actor)) {
            throw ProblemException.of(ErrorCode.FORBIDDEN, "Only a platform operator may do this with one.");
        }
    }

    /** Throws CONFLICT when the account is the last operator's; whoever else would go waits until the transaction ends. */
    void keepOne(DSLContext bound, AccountId leaving) {
        keepOne(new AccountTable(bound).lockOperators(), leaving);
    }

    private boolean isOperator(Actor actor) {
        return actor instanceof Actor.Person(var account) && accounts.isOperator(account);
    }

    private static void keepOne(Set<AccountId> operators, AccountId leaving) {
        if (operators.equals(Set.of(leaving))) {
            throw ProblemException.of(ErrorCode.CONFLICT, "There is always an operator: this is the last.");
        }
    }

    private static AuditedAction.Target target(AccountId account) {
        return new AuditedAction.Target("User", account.toString());
    }
}
