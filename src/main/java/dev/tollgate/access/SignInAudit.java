package dev.tollgate.access;

import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.AuditedAction;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.Actor;
import dev.tollgate.tenancy.TenantTransactions;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Tells the organization that a person's sessions begin in of every sign-in, and of every wrong password. */
@Component
class SignInAudit {

    private final AccountTable accounts;
    private final TenantTransactions transactions;
    private final AuditTrail trail;

    SignInAudit(DSLContext sql, TenantTransactions transactions, AuditTrail trail) {
        this.accounts = new AccountTable(sql);
        this.transactions = transactions;
        this.trail = trail;
    }

    void done(AccountId account, String from) {
        accounts.organization(account)
                .ifPresent(organization -> transactions.write(organization, sql -> {
                    trail.record(sql, organization, cause(account, from), action(account));
                    return account;
                }));
    }

    void refused(AccountId account, String from) {
        accounts.organization(account)
                .ifPresent(organization -> trail.refused(organization, cause(account, from), action(account)));
    }

    private static Cause cause(AccountId account, String from) {
        return new Cause(new Actor.Person(account), from, null);
    }

    private static AuditedAction action(AccountId account) {
        return new AuditedAction("signIn", new AuditedAction.Target("User", account.toString()), null, null);
    }
}
