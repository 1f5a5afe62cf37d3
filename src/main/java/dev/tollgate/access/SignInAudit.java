package dev.tollgate.access;

import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.AuditedAction;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.Actor;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.TenantTransactions;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a person's organization of every sign-in, and of every one that was refused. */
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
        accounts.home(account).ifPresent(organization -> done(organization, account, from, action(account, null)));
    }

    /**
     * By an identity of an OpenID Connect provider.
     *
     * @param into the organization that the session begins in; null: the person's
     */
    void done(AccountId account, String from, String provider, @Nullable OrganizationId into) {
        AuditedAction action = action(account, Map.of("provider", provider));
        Optional.ofNullable(into)
                .or(() -> accounts.home(account))
                .ifPresent(organization -> done(organization, account, from, action));
    }

    private void done(OrganizationId organization, AccountId account, String from, AuditedAction action) {
        transactions.write(organization, sql -> {
            trail.record(sql, organization, cause(account, from), action);
            return account;
        });
    }

    void refused(AccountId account, String from) {
        refused(account, cause(account, from));
    }

    /** For a reason that may be told. */
    void refused(AccountId account, String from, String reason) {
        refused(account, cause(account, from).because(reason));
    }

    private void refused(AccountId account, Cause cause) {
        accounts.home(account).ifPresent(organization -> trail.refused(organization, cause, action(account, null)));
    }

    private static Cause cause(AccountId account, String from) {
        return new Cause(new Actor.Person(account), from, null);
    }

    private static AuditedAction action(AccountId account, @Nullable Map<String, ?> how) {
        return new AuditedAction("signIn", new AuditedAction.Target("User", account.toString()), null, how);
    }
}
